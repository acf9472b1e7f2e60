import { Button, Group } from '@mantine/core'
import {
  IconArchive,
  IconArrowBackUp,
  IconClipboardText,
  IconFileOff,
  IconRefresh,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { lazy, useState } from 'react'

import { ApiProblem, useWrite } from '#platform/web/api/index.ts'
import { useUrlState } from '#platform/web/router/index.ts'
import { useMay, useSession } from '#platform/web/session/index.ts'
import { EmptyState, ErrorState, PageHeader, PageSkeleton, ProgressJob } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { Directive } from '../../domain/index.ts'
import { Later } from '../later.tsx'
import { directiveQueries, key, moveDirective, originalUrl } from '../queries.ts'
import { words as common } from '../words.ts'
import { usePulse } from './use-pulse.ts'
import { words } from './words.ts'
import { Workbench } from './Workbench.tsx'

const PasteDialog = lazy(() => import('../list/PasteDialog.tsx').then((m) => ({ default: m.PasteDialog })))

/** One document, in whatever state it is: being read, not readable, under review, issued, set aside. */
export function ReviewPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const [url] = useUrlState()
  const directive = useQuery(directiveQueries.one(id))
  if (directive.error && !directive.data) {
    const gone = directive.error instanceof ApiProblem && directive.error.status === 404
    return <ErrorState error={directive.error} {...(!gone && { onRetry: () => void directive.refetch() })} />
  }
  if (!directive.data) return <PageSkeleton />
  switch (directive.data.state) {
    case 'reading':
      return <Reading directive={directive.data} />
    case 'unreadable':
      return <Unreadable directive={directive.data} />
    case 'discarded':
      return <Discarded directive={directive.data} />
    default:
      return <Workbench key={id} directive={directive.data} firstTask={url.task} />
  }
}

function useMove(directive: Directive) {
  return useWrite({
    send: (event: 'cancel' | 'retry' | 'discard' | 'restore', requestId) =>
      moveDirective(directive.id, event, directive.version, requestId),
    refresh: [key.all],
    // Somebody else moved it first: what it is now is what matters.
    onStale: () => {},
  })
}

/** Whether this office drafts for the body that brought the document in. The server decides again. */
function useMayDraft(directive: Directive): boolean {
  const drafts = useMay('directives.draft')
  const { office } = useSession()
  return drafts && office?.bodyId === directive.bodyId
}

function useCrumbs() {
  const name = useWords(common)
  return [{ label: name.documents, to: '/van-ban' }]
}

function Reading({ directive }: { directive: Directive }) {
  const say = useWords(words)
  const crumbs = useCrumbs()
  const move = useMove(directive)
  const mayDraft = useMayDraft(directive)
  usePulse(directive)
  const pulse = useQuery({ ...directiveQueries.pulse(directive.id, 1_000) })
  const { page, pages, method } = pulse.data?.reading ?? directive.reading
  return (
    <>
      <PageHeader title={directive.fileName} crumbs={crumbs} lead={say.reading.leave} />
      <ProgressJob
        title={say.reading.title}
        state={pages > 0 ? 'running' : 'waiting'}
        done={page}
        {...(pages > 0 && { total: pages })}
        unit={say.reading.page}
        {...(method === 'ocr' && { note: say.reading.ocr })}
        {...(mayDraft && { onCancel: () => move.mutate('cancel') })}
      />
    </>
  )
}

function Unreadable({ directive }: { directive: Directive }) {
  const say = useWords(words)
  const crumbs = useCrumbs()
  const move = useMove(directive)
  const mayDraft = useMayDraft(directive)
  const [pasting, setPasting] = useState(false)
  const why = directive.reading.error?.message ?? `${say.unreadable.cancelled} ${say.unreadable.kept}`
  return (
    <>
      <PageHeader title={directive.fileName} crumbs={crumbs} />
      <EmptyState
        icon={IconFileOff}
        tone="late"
        title={say.unreadable.title}
        text={why}
        action={
          mayDraft && (
            <Group gap="xs" justify="center">
              <Button
                leftSection={<IconRefresh size={16} />}
                loading={move.isPending}
                onClick={() => move.mutate('retry')}
              >
                {say.unreadable.retry}
              </Button>
              <Button
                variant="default"
                leftSection={<IconClipboardText size={16} />}
                onClick={() => setPasting(true)}
              >
                {say.unreadable.paste}
              </Button>
              <Button component="a" variant="default" href={originalUrl(directive.id)} download>
                {say.unreadable.original}
              </Button>
              <Button variant="subtle" color="gray" onClick={() => move.mutate('discard')}>
                {say.unreadable.discard}
              </Button>
            </Group>
          )
        }
      />
      <Later wanted={pasting}>
        <PasteDialog opened={pasting} onClose={() => setPasting(false)} name={directive.fileName} />
      </Later>
    </>
  )
}

function Discarded({ directive }: { directive: Directive }) {
  const say = useWords(words)
  const crumbs = useCrumbs()
  const move = useMove(directive)
  const mayDraft = useMayDraft(directive)
  return (
    <>
      <PageHeader title={directive.fileName} crumbs={crumbs} />
      <EmptyState
        icon={IconArchive}
        title={say.discarded.title}
        text={say.discarded.text}
        action={
          mayDraft && (
            <Button
              leftSection={<IconArrowBackUp size={16} />}
              loading={move.isPending}
              onClick={() => move.mutate('restore')}
            >
              {say.discarded.restore}
            </Button>
          )
        }
      />
    </>
  )
}
