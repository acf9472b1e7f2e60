import { Button, Group } from '@mantine/core'
import { useId, useState } from 'react'

import { problemText } from '../api/problem-text.ts'
import { ApiProblem } from '../api/problem.ts'
import { newId } from '../chance.ts'
import { notify } from '../notices/index.ts'
import { ConfirmButton } from '../ui/ConfirmButton.tsx'
import type { Meaning } from '../ui/meaning.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { formatMoment, formatNumber, useLanguage, useWords } from '../words/index.ts'
import { bodyOnVersion, comparedLines, linesOf } from './card-lines.ts'
import { type Entry, type EntryState, isHeld } from './entry.ts'
import { kickQueue } from './queue.ts'
import { QueueCardEditor } from './QueueCardEditor.tsx'
import { giveUp, rewriteEntry } from './store.ts'
import styles from './outbox.module.css'
import { words } from './words.ts'

const meanings: Record<EntryState, Meaning> = {
  waiting: 'waiting',
  sending: 'doing',
  refused: 'late',
  conflict: 'soon',
}
const tolerableMs = 5 * 60_000

/** One write that has not arrived: what was written, what stands against it, and the choices. */
export function QueueCard({ entry, all }: { entry: Entry; all: readonly Entry[] }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const id = useId()
  const [changing, setChanging] = useState(false)
  const { problem } = entry
  const settles = entry.state === 'refused' || entry.state === 'conflict'
  const onNew = entry.state === 'conflict' ? bodyOnVersion(entry) : undefined
  const off = Math.abs(entry.serverAheadMs ?? 0)

  /** Another content is another request: under the old id the server would answer for the old one. */
  async function sendAs(body: unknown) {
    const other = JSON.stringify(body) !== JSON.stringify(entry.body)
    await rewriteEntry(entry, {
      body,
      lines: [],
      ...(other ? { requestId: newId() } : { lines: entry.lines }),
    })
    setChanging(false)
    kickQueue()
  }

  return (
    <section className={styles.card} aria-labelledby={id} data-settles={settles || undefined}>
      <div className={styles.head}>
        <h2 id={id}>{entry.title}</h2>
        <StateBadge meaning={meanings[entry.state]} label={say.states[entry.state]} />
      </div>
      <p className={styles.note}>{say.pressed(formatMoment(entry.at), entry.officeTitle)}</p>
      {off > tolerableMs && (
        <p className={styles.note}>{say.clock(formatNumber(Math.round(off / 60_000), language))}</p>
      )}
      {isHeld(entry, all) && <p className={styles.note}>{say.held}</p>}
      {entry.state === 'refused' && problem && (
        <p className={styles.refusal} role="status">
          {problemText(
            new ApiProblem(problem.code, problem.status, problem.message, problem.details),
            language,
          )}
        </p>
      )}
      {entry.state === 'conflict' && (
        <p className={styles.refusal} role="status">
          {say.conflict}
        </p>
      )}
      {changing ? (
        <QueueCardEditor entry={entry} onSave={sendAs} onCancel={() => setChanging(false)} />
      ) : (
        <>
          {entry.state === 'conflict' ? <Compared entry={entry} /> : <Written entry={entry} />}
          {entry.state !== 'sending' && (
            <Group gap="xs" mt="sm">
              {onNew !== undefined && (
                <Button size="sm" onClick={() => void sendAs(onNew)}>
                  {say.onNew}
                </Button>
              )}
              {entry.state === 'refused' && (
                <Button size="sm" onClick={() => void sendAs(entry.body)}>
                  {say.again}
                </Button>
              )}
              {settles && linesOf(entry).some((line) => line.field) && (
                <Button size="sm" variant="default" onClick={() => setChanging(true)}>
                  {say.change}
                </Button>
              )}
              <ConfirmButton
                size="sm"
                label={entry.file ? say.discardFile : say.discard}
                question={entry.file ? say.discardFileAsk : settles ? say.discardAsk : say.discardSent}
                onConfirm={() =>
                  void giveUp(entry).then(() => {
                    notify({ tone: 'note', text: say.discarded })
                    kickQueue()
                  })
                }
              />
            </Group>
          )}
        </>
      )}
    </section>
  )
}

function Written({ entry }: { entry: Entry }) {
  const lines = linesOf(entry)
  if (lines.length === 0) return null
  return (
    <dl className={styles.lines}>
      {lines.map((line) => (
        <div key={line.label}>
          <dt>{line.label}</dt>
          <dd>{line.value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Compared({ entry }: { entry: Entry }) {
  const say = useWords(words)
  const rows = comparedLines(entry)
  return (
    <>
      <table className={styles.compared}>
        <thead>
          <tr>
            <td />
            <th scope="col">{say.mine}</th>
            <th scope="col">{say.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label} data-differs={row.differs || undefined}>
              <th scope="row">{row.label}</th>
              <td>{row.mine || <em>{say.blank}</em>}</td>
              <td>{row.theirs === undefined ? '–' : row.theirs || <em>{say.blank}</em>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.every((row) => row.theirs === undefined) && <p className={styles.note}>{say.unknownTheirs}</p>}
    </>
  )
}
