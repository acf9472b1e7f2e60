import { Button, Menu } from '@mantine/core'
import {
  IconBellRinging,
  IconCalendarPlus,
  IconDots,
  IconFileReport,
  IconListTree,
  IconMail,
  IconPrinter,
} from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'

import { useSession } from '#platform/web/session/index.ts'
import { useShortcuts } from '#platform/web/shortcuts/shortcuts.tsx'
import { useWords } from '#platform/web/words/index.ts'
import type { TaskFollow } from '../../domain/index.ts'
import { type NextStep, partOf } from '../model/next-step.ts'
import { words as dialogs } from './dialog-words.ts'
import styles from './follow.module.css'
import { reminderLetter } from './queries.ts'
import { words } from './words.ts'

const ReportDialog = lazy(() => import('./ReportDialog.tsx').then((m) => ({ default: m.ReportDialog })))
const ExtensionDialog = lazy(() =>
  import('./ExtensionDialog.tsx').then((m) => ({ default: m.ExtensionDialog })),
)
const AssignDialog = lazy(() => import('./AssignDialog.tsx').then((m) => ({ default: m.AssignDialog })))
const RemindDialog = lazy(() => import('./RemindDialog.tsx').then((m) => ({ default: m.RemindDialog })))

/** What is expected next stands first and has the accent; the rest is what else this office may do. */
export function TaskActions({ follow, next }: { follow: TaskFollow; next: NextStep }) {
  const say = useWords(words)
  const dialog = useWords(dialogs)
  const { office } = useSession()
  const [open, setOpen] = useState<'report' | 'extend' | 'assign' | 'remind'>()
  const mine = partOf(follow, office?.bodyId)
  const { may } = follow
  const reports = (may.report || may.confirm) && mine !== undefined && !follow.ended
  const extend = may.extend && mine !== undefined
  const close = () => setOpen(undefined)
  const expected = ['lead', 'returned', 'proposes-done', 'coordinate'].includes(next.kind)
  const late = follow.parts.filter((part) => part.part === 'lead' && !part.followState.startsWith('done'))

  // A report is written where the network goes: its dialog is fetched before it is asked for.
  useEffect(() => {
    if (reports) void import('./ReportDialog.tsx').catch(() => {})
  }, [reports])

  useShortcuts(say.keys, [
    { key: 'b', label: dialog.report.open, run: () => (reports ? setOpen('report') : false) },
    { key: 'g', label: dialog.assign.open, run: () => (may.assign ? setOpen('assign') : false) },
  ])

  return (
    <div className={styles.actions}>
      {reports && (
        <Button
          variant={expected ? 'filled' : 'default'}
          leftSection={<IconFileReport size={16} stroke={1.6} />}
          onClick={() => setOpen('report')}
        >
          {may.report ? dialog.report.open : dialog.report.openPart}
        </Button>
      )}
      {extend && (
        <Button
          variant="default"
          leftSection={<IconCalendarPlus size={16} stroke={1.6} />}
          onClick={() => setOpen('extend')}
        >
          {dialog.extend.open}
        </Button>
      )}
      {may.assign && (
        <Button
          variant="default"
          leftSection={<IconListTree size={16} stroke={1.6} />}
          onClick={() => setOpen('assign')}
        >
          {dialog.assign.open}
        </Button>
      )}
      {may.remind && late.length > 0 && (
        <Button
          variant="default"
          leftSection={<IconBellRinging size={16} stroke={1.6} />}
          onClick={() => setOpen('remind')}
        >
          {dialog.remind.open}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" px="xs" aria-label={say.more}>
            <IconDots size={16} stroke={1.6} aria-hidden="true" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconPrinter size={16} stroke={1.6} />}
            onClick={() => setTimeout(() => window.print())}
          >
            {say.print}
          </Menu.Item>
          {may.remind &&
            late.slice(0, 5).map((part) => (
              <Menu.Item
                key={part.bodyId}
                leftSection={<IconMail size={16} stroke={1.6} />}
                onClick={() => void reminderLetter(part.bodyId, 'docx')}
              >
                {dialog.remind.letter}: {part.bodyName}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <Suspense fallback={null}>
        {open === 'report' && mine && <ReportDialog follow={follow} mine={mine} onClose={close} />}
        {open === 'extend' && mine && <ExtensionDialog follow={follow} mine={mine} onClose={close} />}
        {open === 'assign' && <AssignDialog follow={follow} mine={mine} onClose={close} />}
        {open === 'remind' && (
          <RemindDialog what={{ tasks: [follow.taskId], bodies: late.length }} onClose={close} />
        )}
      </Suspense>
    </div>
  )
}
