import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Directive, Party, Task } from '../../domain/index.ts'
import { sayDeadline, sayTarget } from '../model/say-field.ts'
import { deadlineKindNames, fieldNames, kindNames, words as common } from '../words.ts'
import styles from './bench.module.css'
import { words } from './words.ts'

/** Parts of a document that have a name instead of a number. */
const numberless = new Set(['end', '0'])

/** The register as a table on paper. It is drawn only while printing: the screen does not need it twice. */
export function PrintRegister({ directive, tasks }: { directive: Directive; tasks: readonly Task[] }) {
  const say = useWords(words)
  const name = useWords(common)
  const fields = useWords(fieldNames)
  const kinds = useWords(kindNames)
  const deadlines = useWords(deadlineKindNames)
  const { language } = useLanguage()
  const { document: content } = directive
  const list = (parties: readonly Party[]) => parties.map((party) => party.name).join('; ')

  return (
    <div className={styles.printed} lang="vi">
      <h2>{say.print.title}</h2>
      <p>
        {[
          content.kind && kinds[content.kind],
          content.number,
          content.date && formatDate(content.date),
          content.issuer,
        ]
          .filter(Boolean)
          .join(' · ')}
        <br />
        {content.title}
      </p>
      <table>
        <thead>
          <tr>
            <th>{say.print.number}</th>
            <th>{fields.section}</th>
            <th>{say.print.task}</th>
            <th>{fields.lead}</th>
            <th>{fields.coordinate}</th>
            <th>{fields.deadline}</th>
            <th>{fields.targets}</th>
            <th>{fields.reportTo}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task, i) => (
            <tr key={task.id}>
              <td>{i + 1}</td>
              <td>
                {numberless.has(task.content.section)
                  ? name.section(task.content.section)
                  : task.content.section}
              </td>
              <td>{task.quote}</td>
              <td>{list(task.content.lead)}</td>
              <td>{list(task.content.coordinate)}</td>
              <td>
                {task.content.deadline &&
                  sayDeadline(task.content.deadline, formatDate, { kinds: deadlines, ...name })}
              </td>
              <td>
                {task.content.targets
                  .map((target) => sayTarget(target, (n) => formatNumber(n, language), say.target.every))
                  .join('; ')}
              </td>
              <td>{list(task.content.reportTo)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Also Ctrl+P must find the table drawn, so it is put up when the browser says it is about to print. */
export function usePrint() {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // At once: the browser takes its picture as soon as this handler returns.
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
    return () => {
      window.removeEventListener('beforeprint', before)
      window.removeEventListener('afterprint', after)
    }
  }, [])
  return { printing, print: () => window.print() }
}
