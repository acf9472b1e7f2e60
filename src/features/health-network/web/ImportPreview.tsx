import { Button, Checkbox } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { Panel } from '#platform/web/ui/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import {
  type CheckedRow,
  type Fault,
  fieldsOf,
  type ImportCheck,
  kindTable,
  type NewRecord,
} from '../domain/index.ts'
import styles from './import.module.css'
import { importWords } from './import-words.ts'
import { networkKeys, recordAll } from './queries.ts'
import { valueText } from './RecordHistory.tsx'
import { words } from './words.ts'

interface ImportPreviewProps {
  check: ImportCheck
  onWritten: () => void
}

/** What the sheet would become: faults by cell, good rows to tick. What is ticked is written together. */
export function ImportPreview({ check, onWritten }: ImportPreviewProps) {
  const say = useWords(importWords)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const n = (count: number) => formatNumber(count, language)
  const good = check.rows.filter(({ faults }) => faults.length === 0)
  const bad = check.rows.filter(({ faults }) => faults.length > 0)
  // Ids are made once per file, so that pressing again after a failure does not record twice.
  const [ids] = useState(() => new Map(good.map(({ line }) => [line, newId()])))
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const taken = good.filter(({ line }) => !left.has(line))
  const write = useWrite({
    send: recordAll,
    refresh: [networkKeys.all],
    done: ({ count }) => say.written(n(count)),
    onDone: () => {
      onWritten()
      void navigate({ to: '/y-te-co-so' as '/', search: { kind: check.kind } as never })
    },
  })
  const toggle = (line: number) =>
    setLeft((lines) => new Set(lines.has(line) ? [...lines].filter((one) => one !== line) : [...lines, line]))

  if (check.faults.length > 0)
    return (
      <Panel title={say.step3}>
        <p className={styles.refused}>{say.sheetFaults}</p>
        <Faults faults={check.faults} />
      </Panel>
    )
  const alike = good.filter((row) => row.alike.length > 0).length
  return (
    <Panel title={say.step3}>
      <p role="status">
        <strong>{say.good(n(good.length))}</strong>
        {bad.length > 0 && <span className={styles.refused}> · {say.bad(n(bad.length))}</span>}
      </p>
      {bad.length > 0 && (
        <>
          <h3 className={styles.title}>{say.badTitle}</h3>
          <Faults faults={bad.flatMap(({ faults }) => faults)} />
        </>
      )}
      {good.length === 0 ? (
        <p>{say.nothing}</p>
      ) : (
        <>
          <h3 className={styles.title}>{say.goodTitle}</h3>
          {alike > 0 && <p className={styles.warned}>{say.alike(n(alike))}</p>}
          <GoodRows check={check} rows={good} left={left} onToggle={toggle} />
          <div className={styles.accept}>
            <Button
              loading={write.isPending}
              disabled={taken.length === 0}
              onClick={() => write.mutate(taken.map((row) => recordOf(check, row, ids)))}
            >
              {bad.length > 0 ? say.acceptGood(n(taken.length)) : say.accept(n(taken.length))}
            </Button>
            <span className={styles.note}>{say.whole}</span>
          </div>
        </>
      )}
    </Panel>
  )
}

function recordOf(check: ImportCheck, row: CheckedRow, ids: ReadonlyMap<number, string>): NewRecord {
  const { unitId, fromDay, content } = row
  return {
    id: ids.get(row.line) ?? newId(),
    kind: check.kind,
    unitId: unitId ?? '',
    fromDay: fromDay ?? '',
    content: content ?? {},
  }
}

function Faults({ faults }: { faults: readonly Fault[] }) {
  const say = useWords(importWords)
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={say.badTitle}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say.cell}</th>
            <th scope="col">{say.column}</th>
            <th scope="col">{say.found}</th>
            <th scope="col">{say.expected}</th>
          </tr>
        </thead>
        <tbody>
          {faults.slice(0, 500).map((fault, i) => (
            <tr key={i}>
              <th scope="row">{fault.cell}</th>
              <td>{fault.column}</td>
              <td className={styles.found}>{fault.found}</td>
              <td>{fault.expected}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface GoodRowsProps {
  check: ImportCheck
  rows: readonly CheckedRow[]
  left: ReadonlySet<number>
  onToggle: (line: number) => void
}

function GoodRows({ check, rows, left, onToggle }: GoodRowsProps) {
  const say = useWords(importWords)
  const { language } = useLanguage()
  const { place } = useWords(words)
  const fields = fieldsOf(check.kind).filter(({ type }) => type !== 'file')
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={say.goodTitle}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say.take}</th>
            <th scope="col">{say.line}</th>
            <th scope="col">{place}</th>
            {fields.map((field) => (
              <th key={field.name} scope="col" data-number={field.type === 'whole' || undefined}>
                {field.label[language]}
              </th>
            ))}
            <th scope="col">{kindTable[check.kind].fromDay[language]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <td>
                <Checkbox
                  aria-label={`${say.take}: ${row.line}`}
                  checked={!left.has(row.line)}
                  onChange={() => onToggle(row.line)}
                />
              </td>
              <td>{row.line}</td>
              <td>{row.unitName}</td>
              {fields.map(({ name, type }) => (
                <td key={name} data-number={type === 'whole' || undefined}>
                  {row.content?.[name] == null
                    ? ''
                    : type === 'park'
                      ? row.parkName
                      : valueText(check.kind, name, row.content[name] ?? null, language)}
                </td>
              ))}
              <td>
                {row.fromDay && formatDate(row.fromDay)}
                {row.alike[0] && <span className={styles.warned}> {say.mayBe(row.alike[0].name)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
