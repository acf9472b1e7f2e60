import { Button, Group, Modal, NumberInput, Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { type Indicator, IndicatorList } from '#registry/indicators/domain/index.ts'
import { api, useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { DateField } from '#platform/web/ui/form/index.ts'
import { ErrorState, PageSkeleton } from '#platform/web/ui/index.ts'
import { useSay, useWords } from '#platform/web/words/index.ts'
import type { BindTarget, IndicatorChoice, TaskFollow, TaskTarget } from '../../domain/index.ts'
import { key } from '../queries.ts'
import { words } from './dialog-words.ts'
import styles from './follow.module.css'
import { bindTarget } from './queries.ts'

interface BindDialogProps {
  follow: TaskFollow
  target: TaskTarget
  onClose: () => void
}

/** Which indicator measures a target: what its words suggest first, then all there are. */
export function BindDialog({ follow, target, onClose }: BindDialogProps) {
  const say = useWords(words)
  const list = useQuery({
    queryKey: ['indicators', 'choices'],
    queryFn: ({ signal }) => api.get('/api/indicators', IndicatorList, {}, { signal }),
  })
  return (
    <Modal
      opened
      onClose={onClose}
      title={say.bind.title}
      size="lg"
      closeButtonProps={{ 'aria-label': say.close }}
    >
      <p className={styles.explain}>“{target.target.text}”</p>
      {list.isPending && <PageSkeleton />}
      {list.error && !list.data && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && (
        <BindForm follow={follow} target={target} indicators={list.data.rows} onClose={onClose} />
      )}
    </Modal>
  )
}

/** What stands in the form when an indicator is chosen: as suggested, else by the kind of its measure. */
function startOf(indicator: Indicator | undefined, suggested: IndicatorChoice | undefined, quantity: number) {
  const share = indicator?.measure !== 'sum'
  return {
    atLeast: suggested?.atLeast ?? indicator?.atLeast?.default ?? null,
    goalKind: suggested?.goalKind ?? (share ? ('share' as const) : ('count' as const)),
    goal: suggested?.goal ?? (share ? 1 : quantity),
  }
}

function BindForm({
  follow,
  target,
  indicators,
  onClose,
}: BindDialogProps & { indicators: readonly Indicator[] }) {
  const say = useWords(words)
  const phrase = useSay()
  const { binding, suggestions } = target
  const suggested = (indicatorKey: string) => suggestions.find((one) => one.key === indicatorKey)
  const rank = (one: Indicator) => suggested(one.key)?.score ?? 0
  const choices = indicators.toSorted((a, b) => rank(b) - rank(a))
  const start = (indicatorKey: string | undefined) =>
    startOf(
      indicators.find((one) => one.key === indicatorKey),
      indicatorKey ? suggested(indicatorKey) : undefined,
      target.target.quantity ?? 0,
    )

  const [id] = useState(newId)
  const first = binding?.indicatorKey ?? choices[0]?.key
  const [chosen, setChosen] = useState(first)
  const [given, setGiven] = useState(() => ({
    ...(binding ?? start(first)),
    byDay: binding?.byDay ?? follow.parts.find((part) => part.part === 'lead')?.dueOn ?? null,
  }))
  const indicator = indicators.find((one) => one.key === chosen)
  const bind = useWrite({
    send: (sent: BindTarget, requestId) => bindTarget(follow.taskId, target.index, sent, requestId),
    refresh: [key.all],
    done: () => say.bind.sent,
    onDone: onClose,
  })
  if (!indicator) return <p>{say.bind.none}</p>
  const share = given.goalKind === 'share'

  return (
    <div className={styles.form}>
      <Radio.Group
        value={indicator.key}
        onChange={(next) => {
          setChosen(next)
          setGiven((before) => ({ ...before, ...start(next) }))
        }}
        aria-label={say.bind.title}
      >
        <div className={styles.choices}>
          {choices.map((one) => (
            <Radio
              key={one.key}
              value={one.key}
              label={
                <>
                  {phrase(one.title)}{' '}
                  {suggested(one.key) && <span className={styles.own}>{say.bind.suggested}</span>}
                </>
              }
              description={one.key === indicator.key ? phrase(one.meaning) : undefined}
            />
          ))}
        </div>
      </Radio.Group>
      <div className={styles.fields}>
        {indicator.atLeast && (
          <NumberInput
            label={say.bind.atLeast}
            min={indicator.atLeast.min}
            max={indicator.atLeast.max}
            allowDecimal={false}
            value={given.atLeast ?? indicator.atLeast.default}
            onChange={(value) => typeof value === 'number' && setGiven({ ...given, atLeast: value })}
          />
        )}
        <NumberInput
          label={share ? say.bind.goalShare : say.bind.goal}
          min={0}
          {...(share && { max: 100, suffix: ' %' })}
          thousandSeparator="."
          decimalSeparator=","
          value={share ? given.goal * 100 : given.goal}
          onChange={(value) =>
            typeof value === 'number' && setGiven({ ...given, goal: share ? value / 100 : value })
          }
        />
        <DateField
          label={say.bind.byDay}
          value={given.byDay}
          onChange={(byDay) => setGiven({ ...given, byDay })}
        />
      </div>
      <p className={styles.explain}>{say.bind.explain}</p>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {say.cancel}
        </Button>
        <Button
          loading={bind.isPending}
          onClick={() =>
            bind.mutate({
              id,
              indicatorKey: indicator.key,
              atLeast: indicator.atLeast ? (given.atLeast ?? indicator.atLeast.default) : null,
              goal: given.goal,
              goalKind: given.goalKind,
              byDay: given.byDay,
              ...(binding && { replaces: binding.version }),
            })
          }
        >
          {say.bind.send}
        </Button>
      </Group>
    </div>
  )
}
