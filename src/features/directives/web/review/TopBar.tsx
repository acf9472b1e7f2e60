import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core'
import {
  IconArchive,
  IconChevronDown,
  IconChevronUp,
  IconDownload,
  IconFile,
  IconFileTypePdf,
  IconFileTypeXls,
  IconFileWord,
  IconHistory,
  IconListCheck,
  IconPrinter,
  IconSend,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'

import { Moment } from '#platform/web/moment/index.ts'
import { StateBadge } from '#platform/web/ui/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import type { Directive } from '../../domain/index.ts'
import { subjectOf } from '../model/say-field.ts'
import { stateMeanings } from '../model/state-meanings.ts'
import { openDoubts } from '../model/walk.ts'
import { originalUrl, registerFile } from '../queries.ts'
import { kindNames, stateNames, words as common } from '../words.ts'
import styles from './bench.module.css'
import { useReview } from './review-state.ts'
import { useTools } from './tools.ts'
import { words } from './words.ts'

interface TopBarProps {
  directive: Directive
  saveState: ReactNode
  onHistory: () => void
  onIssue: () => void
  onDiscard: () => void
  onPrint: () => void
}

/** What this document is, how far the review has come, and what can be done with the whole. */
export function TopBar({ directive, saveState, onHistory, onIssue, onDiscard, onPrint }: TopBarProps) {
  const say = useWords(words)
  const name = useWords(common)
  const kinds = useWords(kindNames)
  const states = useWords(stateNames)
  const tools = useTools()
  const { document: content } = directive
  const title =
    [content.kind && kinds[content.kind], content.number].filter(Boolean).join(' ') || directive.fileName
  const subject = subjectOf(content.title, content.kind && kinds[content.kind])

  useEffect(() => {
    document.title = `${title} · Pháo Đài`
  }, [title])

  return (
    <header className={styles.top}>
      <div className={styles.identity}>
        <nav className={styles.crumb}>
          <Link to="/van-ban">{name.documents}</Link>
        </nav>
        <h1 className={styles.title} title={content.title ?? directive.fileName}>
          {title}
          {content.date && <span> · {formatDate(content.date)}</span>}
          {subject && <span className={styles.subject}> · {subject}</span>}
        </h1>
      </div>
      <span className={styles.state} data-state={directive.state}>
        <StateBadge meaning={stateMeanings[directive.state]} label={states[directive.state]} />
      </span>
      {directive.issuedAt && (
        <span className={styles.when} title={directive.bodyName}>
          {say.bar.issued} <Moment at={directive.issuedAt} /> · {directive.issuedBy ?? directive.bodyName}
        </span>
      )}
      {saveState}
      {!tools.readOnly && <Doubts tasks={directive.tasks} />}
      <div className={styles.tools}>
        {directive.state === 'issued' && (
          <Button
            component={Link}
            to={`/theo-doi?directive=${directive.id}`}
            variant="default"
            leftSection={<IconListCheck size={16} stroke={1.6} />}
          >
            {say.bar.follow}
          </Button>
        )}
        {!tools.readOnly && (
          <Tooltip label={say.bar.history}>
            <ActionIcon size="lg" visibleFrom="sm" aria-label={say.bar.history} onClick={onHistory}>
              <IconHistory size={20} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        <Downloads
          directive={directive}
          onPrint={onPrint}
          onDiscard={tools.readOnly ? undefined : onDiscard}
          onHistory={tools.readOnly ? undefined : onHistory}
        />
        {!tools.readOnly && (
          <Button leftSection={<IconSend size={16} stroke={1.8} />} onClick={onIssue}>
            {say.bar.issue}
          </Button>
        )}
      </div>
    </header>
  )
}

function Doubts({ tasks }: { tasks: Directive['tasks'] }) {
  const say = useWords(words)
  const tools = useTools()
  const seen = useReview((state) => state.seen)
  const left = openDoubts(tasks, seen).length
  return (
    <div className={styles.doubts} data-open={left > 0 || undefined}>
      <span role="status">{left > 0 ? say.bar.doubts(left) : say.bar.noDoubts}</span>
      {left > 0 && (
        <>
          <ActionIcon
            aria-label={say.bar.previousDoubt}
            title={`${say.bar.previousDoubt} (p)`}
            onClick={() => tools.walk(-1)}
          >
            <IconChevronUp size={18} stroke={1.8} />
          </ActionIcon>
          <ActionIcon
            aria-label={say.bar.nextDoubt}
            title={`${say.bar.nextDoubt} (n)`}
            onClick={() => tools.walk(1)}
          >
            <IconChevronDown size={18} stroke={1.8} />
          </ActionIcon>
        </>
      )}
    </div>
  )
}

interface DownloadsProps {
  directive: Directive
  onPrint: () => void
  onDiscard: (() => void) | undefined
  /** Only offered on a phone, where its own button has no room. */
  onHistory: (() => void) | undefined
}

function Downloads({ directive, onPrint, onDiscard, onHistory }: DownloadsProps) {
  const say = useWords(words)
  const formats = [
    ['docx', IconFileWord],
    ['pdf', IconFileTypePdf],
    ['xlsx', IconFileTypeXls],
  ] as const
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <Tooltip label={say.bar.download}>
          <ActionIcon size="lg" aria-label={say.bar.download}>
            <IconDownload size={20} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
  )
}
