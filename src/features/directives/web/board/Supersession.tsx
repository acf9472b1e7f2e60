import { Button } from '@mantine/core'
import { IconReplace } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { Moment } from '#platform/web/moment/index.ts'
import { notify } from '#platform/web/notices/index.ts'
import { useMay, useSession } from '#platform/web/session/index.ts'
import { AsyncPicker, type Choice, type ChoiceFetcher } from '#platform/web/ui/picker/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { DirectivePage, type SupersessionLink } from '../../domain/index.ts'
import { ActDialog } from '../follow/ActDialog.tsx'
import { endSupersession, followQueries, supersede } from '../follow/queries.ts'
import { directiveQueries, key } from '../queries.ts'
import { kindNames } from '../words.ts'
import styles from './board.module.css'
import { words } from './words.ts'

/** Which documents took the place of this one, and which it took the place of. */
export function Supersession({ directiveId }: { directiveId: string }) {
  const say = useWords(words)
  const { office } = useSession()
  const { language } = useLanguage()
  const follows = useMay('tasks.follow-up')
  const links = useQuery(followQueries.supersessions(directiveId)).data
  const directive = useQuery(directiveQueries.one(directiveId)).data
  const [open, setOpen] = useState(false)
  const may = follows && directive?.bodyId === office?.bodyId && directive?.state === 'issued'
  const [ending, setEnding] = useState<SupersessionLink>()
  const undoEnd = useWrite({
    send: ({ id, link }: { id: string; link: SupersessionLink }, requestId) =>
      supersede(
        link.oldDirectiveId,
        { id, by: link.newDirectiveId, reason: link.reason, ...(link.taskId && { tasks: [link.taskId] }) },
        requestId,
      ),
    refresh: [key.all],
    done: ({ tasks }) => say.superseded(formatNumber(tasks, language)),
  })
  const line = (link: SupersessionLink) => (follows && link.mayEnd ? () => setEnding(link) : undefined)
  return (
    <div className={styles.links}>
      {links?.supersededBy.map((link) => (
        <LinkLine
          key={link.id}
          label={say.supersededBy}
          to={link.newDirectiveId}
          link={link}
          late
          onEnd={line(link)}
        />
      ))}
      {links?.supersedes.map((link) => (
        <LinkLine
          key={link.id}
          label={say.supersedes}
          to={link.oldDirectiveId}
          link={link}
          onEnd={line(link)}
        />
      ))}
      {may && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconReplace size={14} stroke={1.8} />}
          onClick={() => setOpen(true)}
        >
          {say.supersede}
        </Button>
      )}
      {open && <SupersedeDialog newerId={directiveId} onClose={() => setOpen(false)} />}
      {ending && (
        <EndDialog
          link={ending}
          onClose={() => setEnding(undefined)}
          onEnded={(text) =>
            notify({ tone: 'done', text, undo: () => undoEnd.mutate({ id: newId(), link: ending }) })
          }
        />
      )}
    </div>
  )
}

interface LinkLineProps {
  label: string
  to: string
  link: SupersessionLink
  late?: boolean
  /** Only for the office that issued the older document. */
  onEnd: (() => void) | undefined
}

function LinkLine({ label, to, link, late, onEnd }: LinkLineProps) {
  const say = useWords(words)
  return (
    <p data-late={late || undefined}>
      {label} <Link to={`/theo-doi?directive=${to}`}>{link.number ?? link.title ?? say.directive}</Link> (
      {link.taskId ? say.oneTask : say.wholeDocument}) · {link.by} · <Moment at={link.at} /> · “{link.reason}”
      {onEnd && (
        <Button size="compact-sm" variant="subtle" color="gray" onClick={onEnd}>
          {say.endSupersession}
        </Button>
      )}
    </p>
  )
}

interface EndDialogProps {
  link: SupersessionLink
  onClose: () => void
  onEnded: (told: string) => void
}

/** What was said in error, or holds no longer: each task of the older document stands again where it stood. */
function EndDialog({ link, onClose, onEnded }: EndDialogProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const end = useWrite({
    send: (reason: string, requestId) =>
      endSupersession({ directiveId: link.oldDirectiveId, id: link.id, reason }, requestId),
    refresh: [key.all],
    onDone: ({ tasks }) => {
      onClose()
      onEnded(say.endedSupersession(formatNumber(tasks, language)))
    },
  })
  return (
    <ActDialog
      title={say.endSupersession}
      explain={link.taskId ? say.endExplainTask : say.endExplain}
      act={say.endDo}
      ask={say.reason}
      required
      loading={end.isPending}
      onAct={(reason) => end.mutate(reason)}
      onClose={onClose}
    />
  )
}

function SupersedeDialog({ newerId, onClose }: { newerId: string; onClose: () => void }) {
  const say = useWords(words)
  const kinds = useWords(kindNames)
  const { language } = useLanguage()
  const [id] = useState(newId)
  const [older, setOlder] = useState<Choice | null>(null)
  const fetcher: ChoiceFetcher = async (search, signal) => {
    const query = { box: 'own', state: 'issued', limit: 20, ...(search && { search }) }
    const { rows } = await api.get('/api/directives', DirectivePage, query, { signal })
    return rows
      .filter((row) => row.id !== newerId)
      .map((row) => ({
        id: row.id,
        label: [row.kind && kinds[row.kind], row.number].filter(Boolean).join(' ') || row.fileName,
        note: row.title ?? undefined,
      }))
  }
  const send = useWrite({
    send: (reason: string, requestId) => supersede(older!.id, { id, by: newerId, reason }, requestId),
    refresh: [key.all],
    done: ({ tasks }) => say.superseded(formatNumber(tasks, language)),
    onDone: onClose,
  })
  return (
    <ActDialog
      title={say.supersede}
      explain={older ? say.supersedeExplain(older.label) : say.supersedeChoose}
      act={say.supersedeDo}
      ask={say.reason}
      required
      ready={older !== null}
      loading={send.isPending}
      onAct={(reason) => send.mutate(reason)}
      onClose={onClose}
    >
      <AsyncPicker
        name="older-directives"
        label={say.older}
        fetcher={fetcher}
        value={older}
        onChange={setOlder}
      />
    </ActDialog>
  )
}
