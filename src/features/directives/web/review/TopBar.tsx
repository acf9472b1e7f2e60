import { ActionIcon, Button } from '@mantine/core'
import {
  IconChevronDown,
  IconChevronUp,
  IconDownload,
  IconHistory,
  IconListCheck,
  IconSend,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'

import { Moment } from '#platform/web/moment/index.ts'
import { LaterMenu, StateBadge } from '#platform/web/ui/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import type { Directive } from '../../domain/index.ts'
import { subjectOf } from '../model/say-field.ts'
import { stateMeanings } from '../model/state-meanings.ts'
import { openDoubts } from '../model/walk.ts'
import { kindNames, stateNames, words as common } from '../words.ts'
import styles from './bench.module.css'
import type { DownloadsProps } from './DownloadItems.tsx'
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
          <ActionIcon
            size="lg"
            visibleFrom="sm"
            aria-label={say.bar.history}
            title={say.bar.history}
            onClick={onHistory}
          >
            <IconHistory size={20} stroke={1.6} />
          </ActionIcon>
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

const loadItems = () => import('./DownloadItems.tsx').then((m) => m.DownloadItems)

function Downloads(given: DownloadsProps) {
  const say = useWords(words)
  return (
    <LaterMenu
      load={loadItems}
      given={given}
      target={
        <ActionIcon size="lg" aria-label={say.bar.download} title={say.bar.download}>
          <IconDownload size={20} stroke={1.6} />
        </ActionIcon>
      }
    />
  )
}
