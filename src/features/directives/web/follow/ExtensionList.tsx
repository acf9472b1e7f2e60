import { Button, Group } from '@mantine/core'
import { useState } from 'react'

import { useWrite } from '#platform/web/api/index.ts'
import { Moment } from '#platform/web/moment/index.ts'
import { useSession } from '#platform/web/session/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import type { TaskExtension, TaskFollow } from '../../domain/index.ts'
import { DateField } from '../later.tsx'
import { key } from '../queries.ts'
import { ActDialog } from './ActDialog.tsx'
import { words as dialogs } from './dialog-words.ts'
import styles from './follow.module.css'
import { grantExtension, refuseExtension, takeBackExtension } from './queries.ts'
import { extensionStateNames, words } from './words.ts'

/** Who asked for how much more time, and what was answered. */
export function ExtensionList({ follow }: { follow: TaskFollow }) {
  const say = useWords(words)
  const states = useWords(extensionStateNames)
  const [deciding, setDeciding] = useState<{ extension: TaskExtension; grant: boolean }>()
  const day = (date: string | null) => (date ? formatDate(date) : '–')
  return (
    <>
      <ol className={styles.reports}>
        {follow.extensions
          .toSorted((a, b) => b.askedAt.localeCompare(a.askedAt))
          .map((extension) => (
            <li key={extension.id} data-state={extension.state}>
              <p className={styles.reportHead}>
                <strong>{extension.bodyName}</strong>
                <span className={styles.tag} data-state={extension.state}>
                  {states[extension.state]}
                </span>
                <span className={styles.quiet}>
                  {extension.askedBy} · <Moment at={extension.askedAt} />
                </span>
              </p>
              <p className={styles.reportText}>
                {say.before(day(extension.dueBefore))} → {say.asked(day(extension.dueAsked))}
                {extension.dueGranted && <strong> · {say.granted(day(extension.dueGranted))}</strong>}
              </p>
              <p className={styles.reportText}>{extension.reason}</p>
              {extension.decisionReason && (
                <p className={styles.reason}>
                  {[extension.decidedBy, `“${extension.decisionReason}”`].filter(Boolean).join(': ')}
                </p>
              )}
              {extension.state === 'asked' && (
                <Answers
                  extension={extension}
                  decide={follow.may.decide}
                  onDecide={(grant) => setDeciding({ extension, grant })}
                />
              )}
            </li>
          ))}
      </ol>
      {deciding?.grant && <Grant extension={deciding.extension} onClose={() => setDeciding(undefined)} />}
      {deciding && !deciding.grant && (
        <Refuse extension={deciding.extension} onClose={() => setDeciding(undefined)} />
      )}
    </>
  )
}

interface AnswersProps {
  extension: TaskExtension
  decide: boolean
  onDecide: (grant: boolean) => void
}

function Answers({ extension, decide, onDecide }: AnswersProps) {
  const say = useWords(dialogs)
  const { office, may } = useSession()
  const takeBack = useWrite({
    send: (version: number, requestId) => takeBackExtension(extension.id, version, requestId),
    refresh: [key.all],
    done: () => say.extend.takenBack,
  })
  if (decide)
    return (
      <Group gap="xs">
        <Button size="compact-sm" onClick={() => onDecide(true)}>
          {say.decide.grant}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onDecide(false)}>
          {say.decide.refuse}
        </Button>
      </Group>
    )
  if (extension.bodyId !== office?.bodyId || !may('tasks.report')) return null
  return (
    <Button
      size="compact-sm"
      variant="default"
      loading={takeBack.isPending}
      onClick={() => takeBack.mutate(extension.version)}
    >
      {say.extend.takeBack}
    </Button>
  )
}

interface AnswerProps {
  extension: TaskExtension
  onClose: () => void
}

function Grant({ extension, onClose }: AnswerProps) {
  const say = useWords(dialogs).decide
  const [until, setUntil] = useState<string | null>(extension.dueAsked)
  const grant = useWrite({
    send: (note: string, requestId) =>
      grantExtension(
        extension.id,
        { version: extension.version, note, ...(until && { dueGranted: until }) },
        requestId,
      ),
    refresh: [key.all],
    done: () => say.granted,
    onDone: onClose,
  })
  return (
    <ActDialog
      title={say.grant}
      explain={say.grantExplain(extension.bodyName, until ? formatDate(until) : '–')}
      act={say.grant}
      ask={say.grantNote}
      ready={until !== null}
      loading={grant.isPending}
      onAct={(note) => grant.mutate(note)}
      onClose={onClose}
    >
      <DateField label={say.grantUntil} value={until} onChange={setUntil} required />
    </ActDialog>
  )
}

function Refuse({ extension, onClose }: AnswerProps) {
  const say = useWords(dialogs)
  const refuse = useWrite({
    send: (reason: string, requestId) =>
      refuseExtension(extension.id, { version: extension.version, reason }, requestId),
    refresh: [key.all],
    done: () => say.decide.refused,
    onDone: onClose,
  })
  return (
    <ActDialog
      title={say.decide.refuse}
      explain={say.decide.refuseExplain(extension.bodyName)}
      act={say.decide.refuse}
      ask={say.reason}
      required
      loading={refuse.isPending}
      onAct={(reason) => refuse.mutate(reason)}
      onClose={onClose}
    />
  )
}
