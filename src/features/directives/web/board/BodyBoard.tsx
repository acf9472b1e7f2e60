import { Button, Menu } from '@mantine/core'
import { IconBellRinging, IconDots, IconFileTypePdf, IconFileWord } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { useMay } from '#platform/web/session/index.ts'
import { EmptyState, ErrorState, PageSkeleton } from '#platform/web/ui/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { TaskCounts } from '../../domain/index.ts'
import { followUpReport, reminderLetter } from '../follow/queries.ts'
import { RemindDialog } from '../follow/RemindDialog.tsx'
import styles from './board.module.css'
import { words } from './words.ts'

type Row = TaskCounts['bodies'][number]
const columns = ['overdue', 'soon', 'open', 'waiting', 'done', 'total'] as const

/** Those with most overdue come first; 500 lines with their menus at once made a page stutter for a second. */
const atOnce = 50

/** Who owes what, those with most overdue first; one press reminds a body of all of it. */
export function BodyBoard({ counts }: { counts: UseQueryResult<TaskCounts> }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const [reminding, setReminding] = useState<Row>()
  const [shown, setShown] = useState(atOnce)
  if (counts.error && !counts.data)
    return <ErrorState error={counts.error} onRetry={() => void counts.refetch()} />
  if (!counts.data) return <PageSkeleton />
  const { bodies } = counts.data
  const number = (n: number) => formatNumber(n, language)
  if (bodies.length === 0) return <EmptyState icon={IconBellRinging} title={say.empty} text={say.emptyHow} />
  return (
    <div className={styles.frame} role="region" aria-label={say.view.bodies} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say.columns.body}</th>
            {columns.map((column) => (
              <th key={column} scope="col" data-end>
                {say.columns[column]}
              </th>
            ))}
            <th scope="col">{say.columns.act}</th>
          </tr>
        </thead>
        <tbody>
          {bodies.slice(0, shown).map((row) => (
            <BodyRow key={row.bodyId} row={row} onRemind={() => setReminding(row)} />
          ))}
        </tbody>
      </table>
      {bodies.length > shown && (
        <div className={styles.more}>
          <span>{say.shownBodies(number(shown), number(bodies.length))}</span>
          <Button size="xs" variant="default" onClick={() => setShown(shown + atOnce)}>
            {say.moreBodies(number(Math.min(atOnce, bodies.length - shown)))}
          </Button>
        </div>
      )}
      {reminding && (
        <RemindDialog
          what={{ bodyId: reminding.bodyId, bodyName: reminding.bodyName }}
          onClose={() => setReminding(undefined)}
        />
      )}
    </div>
  )
}

function BodyRow({ row, onRemind }: { row: Row; onRemind: () => void }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const mayRemind = useMay('tasks.follow-up')
  const value = {
    overdue: row.overdue,
    soon: row.dueSoon,
    open: row.notYetDue + row.noDeadline,
    waiting: row.waiting,
    done: row.doneLate + row.doneOnTime,
    total: row.total,
  }
  return (
    <tr data-late={row.overdue > 0 || undefined}>
      <th scope="row">
        <Link to={`/theo-doi?body=${row.bodyId}`}>{row.bodyName}</Link>
      </th>
      {columns.map((column) => (
        <td key={column} data-end data-column={value[column] > 0 ? column : 'none'}>
          {formatNumber(value[column], language)}
        </td>
      ))}
      <td className={styles.acts}>
        {mayRemind && row.overdue > 0 && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconBellRinging size={14} stroke={1.8} />}
            onClick={onRemind}
          >
            {say.remind}
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              px={4}
              aria-label={say.more(row.bodyName)}
            >
              <IconDots size={16} stroke={1.6} aria-hidden="true" />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['docx', 'pdf'] as const).map((format) => {
              const Icon = format === 'docx' ? IconFileWord : IconFileTypePdf
              return (
                <Menu.Item
                  key={format}
                  leftSection={<Icon size={16} stroke={1.6} />}
                  onClick={() => void reminderLetter(row.bodyId, format)}
                >
                  {format === 'docx' ? say.letterDocx : say.letterPdf}
                </Menu.Item>
              )
            })}
            <Menu.Divider />
            <Menu.Label>{say.report}</Menu.Label>
            {(['docx', 'pdf'] as const).map((format) => (
              <Menu.Item key={format} onClick={() => void followUpReport({ body: row.bodyId, format })}>
                {say[format]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </td>
    </tr>
  )
}
