import { Button, SegmentedControl } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useLive } from '#platform/web/live/index.ts'
import { useUrlState } from '#platform/web/router/index.ts'
import { useMay } from '#platform/web/session/index.ts'
import { later, PageHeader } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { CountTasks } from '../../domain/index.ts'
import { followKey, followQueries } from '../follow/queries.ts'
import { directiveQueries } from '../queries.ts'
import { kindNames } from '../words.ts'
import styles from './board.module.css'
import { ReportMenu } from './ReportMenu.tsx'
import { shownBox, StateBoxes } from './StateBoxes.tsx'
import { TaskBoard } from './TaskBoard.tsx'
import { words } from './words.ts'

const BodyBoard = later(() => import('./BodyBoard.tsx').then((m) => m.BodyBoard))
const Supersession = later(() => import('./Supersession.tsx').then((m) => m.Supersession))

/** What this body has assigned and where it stands: by state, by task, by body; of all documents or of one. */
export function FollowUpPage() {
  const say = useWords(words)
  const oversees = useMay('directives.oversee')
  const [url, change] = useUrlState()
  const role = url.role === 'overseen' ? 'overseen' : 'issued'
  const parsed = CountTasks.safeParse({ role, directive: url.directive, body: url.body, limit: 500 })
  const counts = useQuery(followQueries.counts(parsed.success ? parsed.data : { role }))
  useLive(['tasks'], [followKey.all])
  const shown = shownBox(url, counts.data)
  const view = url.view === 'bodies' ? 'bodies' : 'tasks'

  return (
    <>
      {url.directive ? (
        <DirectiveHeader id={url.directive} />
      ) : (
        <PageHeader title={say.title} lead={say.lead} actions={<ReportMenu />} />
      )}
      {url.directive && <Supersession wanted directiveId={url.directive} />}
      <div className={styles.switches}>
        {oversees && !url.directive && (
          <SegmentedControl
            aria-label={say.role}
            value={role}
            onChange={(value) => change({ role: value === 'issued' ? undefined : value, page: undefined })}
            data={(['issued', 'overseen'] as const).map((value) => ({ value, label: say.roles[value] }))}
          />
        )}
        <SegmentedControl
          aria-label={say.views}
          value={view}
          onChange={(value) => change({ view: value === 'tasks' ? undefined : value, page: undefined })}
          data={(['tasks', 'bodies'] as const).map((value) => ({ value, label: say.view[value] }))}
        />
      </div>
      <StateBoxes counts={counts.data} shown={shown} />
      {view === 'tasks' ? <TaskBoard role={role} shown={shown} /> : <BodyBoard wanted counts={counts} />}
    </>
  )
}

function DirectiveHeader({ id }: { id: string }) {
  const say = useWords(words)
  const kinds = useWords(kindNames)
  const directive = useQuery(directiveQueries.one(id)).data
  const name =
    directive &&
    ([directive.kind && kinds[directive.kind], directive.number].filter(Boolean).join(' ') ||
      directive.fileName)
  return (
    <PageHeader
      title={name ?? say.title}
      crumbs={[{ label: say.title, to: '/theo-doi' }]}
      {...(name && { lead: directive?.title ?? say.leadDirective(name) })}
      actions={
        <>
          <Button
            component={Link}
            to={`/van-ban/${id}`}
            variant="default"
            leftSection={<IconFileText size={16} stroke={1.6} />}
          >
            {say.openDirective}
          </Button>
          <ReportMenu directive={id} />
        </>
      }
    />
  )
}
