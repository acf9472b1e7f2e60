import { Button, Group } from '@mantine/core'
import { IconGauge } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'

import { useWrite } from '#platform/web/api/index.ts'
import { Panel } from '#platform/web/ui/index.ts'
import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { TargetBinding, TaskFollow, TaskTarget } from '../../domain/index.ts'
import { key } from '../queries.ts'
import { ActDialog } from './ActDialog.tsx'
import { words as dialogs } from './dialog-words.ts'
import styles from './follow.module.css'
import { unbindTarget } from './queries.ts'
import { words } from './words.ts'

const BindDialog = lazy(() => import('./BindDialog.tsx').then((m) => ({ default: m.BindDialog })))

/** What is to be reached, and – where an indicator measures it – how far it is, without anybody reporting. */
export function TargetsPanel({ follow }: { follow: TaskFollow }) {
  const say = useWords(words)
  const dialog = useWords(dialogs).bind
  const [act, setAct] = useState<{ target: TaskTarget; bind: boolean }>()
  return (
    <Panel title={say.targets}>
      {follow.targets.map((target) => (
        <div key={target.index} className={styles.target}>
          <p>{target.target.text}</p>
          {target.binding && (
            <>
              <Live target={target} binding={target.binding} />
              <Course binding={target.binding} />
            </>
          )}
          {follow.may.bind && (
            <Group gap="xs" mt={4}>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconGauge size={14} stroke={1.8} />}
                onClick={() => setAct({ target, bind: true })}
              >
                {target.binding ? dialog.change : dialog.open}
              </Button>
              {target.binding && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  onClick={() => setAct({ target, bind: false })}
                >
                  {dialog.unbind}
                </Button>
              )}
            </Group>
          )}
        </div>
      ))}
      {act?.bind && (
        <Suspense fallback={null}>
          <BindDialog follow={follow} target={act.target} onClose={() => setAct(undefined)} />
        </Suspense>
      )}
      {act && !act.bind && act.target.binding && (
        <Unbind
          taskId={follow.taskId}
          index={act.target.index}
          binding={act.target.binding}
          onClose={() => setAct(undefined)}
        />
      )}
    </Panel>
  )
}

/** "74/91 · 81 % · mục tiêu 100 % trước 30/09/2021 · số ngày 16/09/2021". The number opens its definition and rows. */
function Live({ target, binding }: { target: TaskTarget; binding: TargetBinding }) {
  const say = useWords(words).figure
  const { language } = useLanguage()
  const { figure } = target
  const number = (value: number) => formatNumber(value, language)
  const { numerator = null, denominator = null, asOf = null } = figure ?? {}
  const share = numerator !== null && denominator ? Math.floor((numerator / denominator) * 100) : null
  const goal = binding.goalKind === 'share' ? `${number(binding.goal * 100)} %` : number(binding.goal)
  const query = new URLSearchParams({
    unit: binding.unitId,
    ...(binding.atLeast !== null && { atLeast: String(binding.atLeast) }),
  })
  const shown =
    numerator === null
      ? say.notYet
      : binding.goalKind === 'share' && denominator !== null
        ? `${number(numerator)}/${number(denominator)}`
        : number(numerator)
  return (
    <>
      <p className={styles.figure} data-reached={figure?.reached || undefined}>
        <Link to={`/chi-so/${binding.indicatorKey}?${query}`}>{shown}</Link>
        <span className={styles.quiet}>
          {[
            share !== null && binding.goalKind === 'share' && `${number(share)} %`,
            binding.byDay ? say.goalBy(goal, formatDate(binding.byDay)) : say.goal(goal),
            asOf && say.asOf(formatDate(asOf)),
            binding.unitName,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </p>
      {share !== null && binding.goalKind === 'share' && (
        <div className={styles.bar} aria-hidden="true">
          <span style={{ width: `${Math.min(100, share)}%` }} />
        </div>
      )}
      {figure?.waiting && <p className={styles.quiet}>{say.waiting}</p>}
      {figure?.failure && (
        <p className={styles.late} role="alert">
          {say.failed(figure.failure)}
        </p>
      )}
    </>
  )
}

/** Day by day against the plan. Its script is fetched when a bound target is shown. */
const Curve = lazy(() =>
  import('#registry/indicators/web/index.ts').then((m) => ({ default: m.IndicatorCurve })),
)

function Course({ binding }: { binding: TargetBinding }) {
  const { indicatorKey, unitId, atLeast, goal, byDay } = binding
  return (
    <Suspense fallback={<div className={styles.course} aria-busy="true" />}>
      <Curve
        indicator={indicatorKey}
        unit={unitId}
        atLeast={atLeast ?? undefined}
        height={160}
        {...(byDay && { target: { goal, byDay } })}
      />
    </Suspense>
  )
}

interface UnbindProps {
  taskId: string
  index: number
  binding: TargetBinding
  onClose: () => void
}

function Unbind({ taskId, index, binding, onClose }: UnbindProps) {
  const say = useWords(dialogs)
  const unbind = useWrite({
    send: (reason: string, requestId) =>
      unbindTarget(taskId, index, { version: binding.version, reason }, requestId),
    refresh: [key.all],
    done: () => say.bind.unbound,
    onDone: onClose,
  })
  return (
    <ActDialog
      title={say.bind.unbind}
      explain={say.bind.unbindExplain}
      act={say.bind.unbind}
      ask={say.reason}
      required
      loading={unbind.isPending}
      onAct={(reason) => unbind.mutate(reason)}
      onClose={onClose}
    />
  )
}
