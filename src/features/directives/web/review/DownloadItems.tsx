import { Menu } from '@mantine/core'
import {
  IconArchive,
  IconFile,
  IconFileTypePdf,
  IconFileTypeXls,
  IconFileWord,
  IconHistory,
  IconPrinter,
} from '@tabler/icons-react'

import { type MenuTarget, OpenedMenu } from '#platform/web/ui/menu/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { Directive } from '../../domain/index.ts'
import { originalUrl, registerFile } from '../queries.ts'
import { words } from './words.ts'

export interface DownloadsProps {
  directive: Directive
  onPrint: () => void
  onDiscard: (() => void) | undefined
  /** Only offered on a phone, where its own button has no room. */
  onHistory: (() => void) | undefined
}

const formats = [
  ['docx', IconFileWord],
  ['pdf', IconFileTypePdf],
  ['xlsx', IconFileTypeXls],
] as const

type Given = DownloadsProps & { target: MenuTarget }

export function DownloadItems({ target, directive, onPrint, onDiscard, onHistory }: Given) {
  const say = useWords(words)
  return (
    <OpenedMenu target={target} width={230}>
      <Menu.Label>{say.bar.download}</Menu.Label>
      {formats.map(([format, Icon]) => (
        <Menu.Item
          key={format}
          leftSection={<Icon size={16} stroke={1.6} />}
          onClick={() => void registerFile(directive.id, format)}
        >
          {say.bar[format]}
        </Menu.Item>
      ))}
      <Menu.Item leftSection={<IconPrinter size={16} stroke={1.6} />} onClick={onPrint}>
        {say.bar.print}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        component="a"
        href={originalUrl(directive.id)}
        target="_blank"
        rel="noreferrer"
        leftSection={<IconFile size={16} stroke={1.6} />}
      >
        {say.bar.original}
      </Menu.Item>
      {onHistory && (
        <Menu.Item hiddenFrom="sm" leftSection={<IconHistory size={16} stroke={1.6} />} onClick={onHistory}>
          {say.bar.history}
        </Menu.Item>
      )}
      {onDiscard && (
        <Menu.Item leftSection={<IconArchive size={16} stroke={1.6} />} onClick={onDiscard}>
          {say.bar.discard}
        </Menu.Item>
      )}
    </OpenedMenu>
  )
}
