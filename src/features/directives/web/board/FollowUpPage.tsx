import { Button, SegmentedControl } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useLive } from '#platform/web/live/index.ts'
import { useUrlState } from '#platform/web/router/index.ts'
import { useMay } from '#platform/web/session/index.ts'
import { PageHeader } from '#platform/web/ui/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { CountTasks, followStates, type TaskCounts } from '../../domain/index.ts'
import { followKey, followQueries } from '../follow/queries.ts'
import { followStateNames } from '../follow/words.ts'
import { directiveQueries } from '../queries.ts'
import { kindNames } from '../words.ts'
import styles from './board.module.css'
import { BodyBoard } from './BodyBoard.tsx'
import { ReportMenu } from './ReportMenu.tsx'
import { Supersession } from './Supersession.tsx'
import { TaskBoard } from './TaskBoard.tsx'
import { words } from './words.ts'

/** What this body has assigned and where it stands: by state, by task, by body; of all documents or of one. */
export function FollowUpPage() {
  const say = useWords(words)
  const oversees = useMay('directives.oversee')
  const [url, change] = useUrlState()
  const role = url.role === 'overseen' ? 'overseen' : 'issued'
  const parsed = CountTasks.safeParse({ role, directive: url.directive, body: url.body, limit: 500 })
  const counts = useQuery(followQueries.counts(parsed.success ? parsed.data : { role }))
  useLive(['tasks'], [followKey.all])
  const view = url.view === 'bodies' ? 'bodies' : 'tasks'

  return (
    <>
      {url.directive ? (
        <DirectiveHeader id={url.directive} />
      ) : (
        <PageHeader title={say.title} lead={say.lead} actions={<ReportMenu />} />
      )}
      {url.directive && <Supersession directiveId={url.directive} />}
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
      <StateBoxes counts={counts.data} />
      {view === 'tasks' ? <TaskBoard role={role} /> : <BodyBoard counts={counts} />}
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

/** The states as figures; pressing one shows what stands in it. Late is red, what waits for a decision amber. */
function StateBoxes({ counts }: { counts: TaskCounts | undefined }) {
  const say = useWords(words)
  const names = useWords(followStateNames)
  const { language } = useLanguage()
  const [url, change] = useUrlState()
  if (!counts) return <div className={styles.boxes} aria-busy="true" />
  const { tasks } = counts
  const number = {
    overdue: tasks.overdue,
    'due-soon': tasks.dueSoon,
    'not-yet-due': tasks.notYetDue,
    'no-deadline': tasks.noDeadline,
    'done-late': tasks.doneLate,
    'done-on-time': tasks.doneOnTime,
  }
  const box = (name: string, label: string, value: number, tone: string, patch: object, on: boolean) => (
    <button
      key={name}
      type="button"
      className={styles.box}
      data-tone={value > 0 ? tone : 'plain'}
      aria-pressed={on}
      onClick={() => change({ state: undefined, part: undefined, page: undefined, ...(on ? {} : patch) })}
    >
      <strong>{formatNumber(value, language)}</strong> {label}
    </button>
  )
  return (
    <div className={styles.boxes} role="group" aria-label={say.boxes}>
      {box('waiting', say.waiting, counts.waiting, 'soon', { part: 'reported' }, url.part === 'reported')}
      {followStates.map((state) =>
        box(
          state,
          names[state],
          number[state],
          { overdue: 'late', 'due-soon': 'soon', 'done-on-time': 'done', 'done-late': 'done' }[
            state as 'overdue'
          ] ?? 'plain',
          { state },
          url.state === state,
        ),
      )}
      {counts.extensionsAsked > 0 && (
        <span className={styles.asked}>
          {say.extensions}: {formatNumber(counts.extensionsAsked, language)}
        </span>
      )}
    </div>
  )
}
