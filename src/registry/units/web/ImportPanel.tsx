import { useState } from 'react'

import { api, useProblemText, useWrite } from '#platform/web/api/index.ts'
import { FileDrop, Panel } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { importForm, Report } from './queries.ts'
import styles from './units.module.css'
import { words } from './words.ts'

interface ImportPanelProps {
  title: string
  hint: string
  /** Where the file goes: `/api/units/import`. */
  path: string
  fields?: Readonly<Record<string, string>>
  accept: readonly string[]
  maxBytes: number
  /** Queries that show what was imported. */
  refresh: ReadonlyArray<readonly string[]>
}

/** A table of master data from a file: written whole or not at all, with a report of every fault. */
export function ImportPanel({ title, hint, path, fields = {}, accept, maxBytes, refresh }: ImportPanelProps) {
  const say = useWords(words)
  const problem = useProblemText()
  const [share, setShare] = useState<number>()
  const write = useWrite({
    send: ({ file }: { file: File; stamp: string }, requestId) =>
      api.upload(path, Report, importForm(file, fields), { requestId, onProgress: setShare }),
    refresh,
  })
  const file = write.variables?.file
  return (
    <Panel title={title}>
      <FileDrop
        accept={accept}
        maxBytes={maxBytes}
        hint={hint}
        disabled={write.isPending}
        onFiles={([first]) => first && write.mutate({ file: first, stamp: stampOf(first) })}
      />
      <div role="status" aria-live="polite">
        {write.isPending && file && (
          <p className={styles.note}>
            {share !== undefined && share < 1
              ? say.import.sending(file.name, Math.round(share * 100))
              : say.import.working(file.name)}
          </p>
        )}
        {write.isError && <p className={styles.refused}>{problem(write.error)}</p>}
        {write.data && !write.isPending && <ReportView report={write.data} />}
      </div>
    </Panel>
  )
}

/** A file has no text of its own in JSON: its name, size and day tell one attempt from the next. */
const stampOf = (file: File) => `${file.name} ${file.size} ${file.lastModified}`

function ReportView({ report }: { report: Report }) {
  const say = useWords(words)
  const hidden = report.errorCount - report.errors.length
  return (
    <>
      <p className={report.ok ? undefined : styles.refused}>
        {report.ok
          ? say.import.done(report.added, report.changed, report.unchanged)
          : say.import.refused(report.errorCount)}
      </p>
      {report.errors.length > 0 && (
        <div
          className={styles.scroll}
          tabIndex={0}
          role="region"
          aria-label={say.import.refused(report.errorCount)}
        >
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{say.import.line}</th>
                <th scope="col">{say.import.column}</th>
                <th scope="col">{say.import.found}</th>
                <th scope="col">{say.import.expected}</th>
              </tr>
            </thead>
            <tbody>
              {report.errors.map((error, i) => (
                <tr key={i}>
                  <td>{error.line || ''}</td>
                  <td>{error.column}</td>
                  <td>{error.found}</td>
                  <td>{error.expected}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {hidden > 0 && <p className={styles.note}>{say.import.more(hidden)}</p>}
        </div>
      )}
      <Unjoined
        title={say.import.unknownCodes}
        names={(report.unknownCodes ?? []).map((u) => `${u.code} ${u.name}`)}
      />
      <Unjoined
        title={say.import.withoutBoundary}
        names={(report.withoutBoundary ?? []).map((u) => `${u.code} ${u.name}`)}
      />
      <Unjoined
        title={say.import.otherNames}
        names={(report.otherNames ?? []).map((u) => `${u.code} ${u.name} ≠ ${u.nameInFile}`)}
      />
    </>
  )
}

function Unjoined({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <details className={styles.note}>
      <summary>
        {title} ({names.length})
      </summary>
      {names.slice(0, 500).join('; ')}
    </details>
  )
}
