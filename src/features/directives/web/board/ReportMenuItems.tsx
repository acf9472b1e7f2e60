import { Menu } from '@mantine/core'
import { IconCheck, IconFileTypePdf, IconFileWord } from '@tabler/icons-react'
import { useState } from 'react'

import { useToday } from '#platform/web/session/index.ts'
import { type MenuTarget, OpenedMenu } from '#platform/web/ui/menu/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { followUpReport } from '../follow/queries.ts'
import { words } from './words.ts'

export function ReportMenuItems({
  target,
  directive,
}: {
  target: MenuTarget
  directive: string | undefined
}) {
  const say = useWords(words)
  const to = useToday()
  const from = new Date(Date.parse(`${to}T00:00:00Z`) - 6 * 86_400_000).toISOString().slice(0, 10)
  const [signs, setSigns] = useState<'head' | 'deputy'>('head')
  const spans = [
    [say.reportWhole, {}],
    [say.reportWeek, { from, to }],
  ] as const
  return (
    <OpenedMenu target={target}>
      <Menu.Label>{say.signs}</Menu.Label>
      {(['head', 'deputy'] as const).map((who) => (
        <Menu.Item
          key={who}
          role="menuitemradio"
          aria-checked={signs === who}
          closeMenuOnClick={false}
          rightSection={signs === who ? <IconCheck size={16} stroke={1.8} /> : undefined}
          onClick={() => setSigns(who)}
        >
          {say.signedBy[who]}
        </Menu.Item>
      ))}
      {spans.map(([label, span]) => [
        <Menu.Label key={label}>{label}</Menu.Label>,
        ...(['docx', 'pdf'] as const).map((format) => {
          const Icon = format === 'docx' ? IconFileWord : IconFileTypePdf
          return (
            <Menu.Item
              key={`${label} ${format}`}
              leftSection={<Icon size={16} stroke={1.6} />}
              onClick={() => void followUpReport({ ...(directive && { directive }), ...span, signs, format })}
            >
              {say[format]}
            </Menu.Item>
          )
        }),
      ])}
    </OpenedMenu>
  )
}
