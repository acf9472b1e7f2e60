import { Button } from '@mantine/core'
import { IconReplace } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { useMay, useSession } from '#platform/web/session/index.ts'
import { AsyncPicker, type Choice, type ChoiceFetcher } from '#platform/web/ui/picker/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { DirectivePage, type SupersessionLink } from '../../domain/index.ts'
import { ActDialog } from '../follow/ActDialog.tsx'
import { followQueries, supersede } from '../follow/queries.ts'
import { Moment } from '../moment.tsx'
import { directiveQueries, key } from '../queries.ts'
import { kindNames } from '../words.ts'
import styles from './board.module.css'
import { words } from './words.ts'

/** Which documents took the place of this one, and which it took the place of. */
export function Supersession({ directiveId }: { directiveId: string }) {
  const say = useWords(words)
  const { office } = useSession()
  const follows = useMay('tasks.follow-up')
  const links = useQuery(followQueries.supersessions(directiveId)).data
  const directive = useQuery(directiveQueries.one(directiveId)).data
  const [open, setOpen] = useState(false)
  const may = follows && directive?.bodyId === office?.bodyId && directive?.state === 'issued'
  return (
    <div className={styles.links}>
      {links?.supersededBy.map((link) => (
        <LinkLine key={link.id} label={say.supersededBy} to={link.newDirectiveId} link={link} late />
      ))}
      {links?.supersedes.map((link) => (
        <LinkLine key={link.id} label={say.supersedes} to={link.oldDirectiveId} link={link} />
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
    </div>
  )
}

interface LinkLineProps {
  label: string
  to: string
  link: SupersessionLink
  late?: boolean
}

function LinkLine({ label, to, link, late }: LinkLineProps) {
  const say = useWords(words)
  return (
    <p data-late={late || undefined}>
      {label} <Link to={`/theo-doi?directive=${to}`}>{link.number ?? link.title ?? say.directive}</Link> (
      {link.taskId ? say.oneTask : say.wholeDocument}) · {link.by} · <Moment at={link.at} /> · “{link.reason}”
    </p>
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
