import { Button, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { IconBellPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { useMay, useSession } from '#platform/web/session/index.ts'
import { DateField, FormErrors, useZodForm } from '#platform/web/ui/form/index.ts'
import { ConfirmButton, Panel, StateBadge, Timeline } from '#platform/web/ui/index.ts'
import { formatDate, type Language, useLanguage, useWords } from '#platform/web/words/index.ts'
import { type IndicatorView, SetThreshold, type Threshold } from '../domain/index.ts'
import styles from './indicators.module.css'
import { type AskOne, endThreshold, indicatorKeys, indicatorQueries, setThreshold } from './queries.ts'
import { sayValue } from './say-figure.ts'
import { words } from './words.ts'

/** Who watches this figure, what they ask for, and when it fell below or came back. */
export function ThresholdsPanel({ view, ask }: { view: IndicatorView; ask: AskOne }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const mayBind = useMay('indicators.bind')
  const [adding, setAdding] = useState(false)
  const result = useQuery(indicatorQueries.thresholds(ask))
  const rows = result.data?.rows ?? []
  const nameOf = (id: string) => rows.find((row) => row.id === id)?.unitName ?? ''
  return (
    <Panel
      title={say.thresholds}
      actions={
        mayBind &&
        !adding && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconBellPlus size={15} stroke={1.6} />}
            onClick={() => setAdding(true)}
          >
            {say.watch}
          </Button>
        )
      }
    >
      {adding && <WatchForm view={view} close={() => setAdding(false)} />}
      {rows.length === 0 && !adding && <p className={styles.note}>{say.noThresholds}</p>}
      <ul className={styles.watched}>
        {rows.map((row) => (
          <Watched key={row.id} view={view} row={row} />
        ))}
      </ul>
      {result.data && result.data.warnings.length > 0 && (
        <Timeline
          label={say.crossings}
          entries={result.data.warnings.slice(0, 6).map((one) => {
            const value = sayValue(view.indicator, one.value ?? 0, language)
            return {
              id: `${one.thresholdId} ${one.at}`,
              at: one.at,
              who: nameOf(one.thresholdId),
              what: one.short
                ? say.fellShort(value, sayValue(view.indicator, one.wanted, language))
                : say.cameBack(value),
              meaning: one.short ? ('late' as const) : ('done' as const),
            }
          })}
        />
      )}
    </Panel>
  )
}

function Watched({ view, row }: { view: IndicatorView; row: Threshold }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const mayBind = useMay('indicators.bind')
  const { office } = useSession()
  const end = useWrite({
    send: endThreshold,
    refresh: [indicatorKeys.all],
    done: () => say.wasEnded,
  })
  return (
    <li>
      <span className={styles.watchedHead}>
        <strong>{row.unitName}</strong>
        <StateBadge meaning={row.short ? 'late' : 'done'} label={row.short ? say.isShort : say.isFine} />
      </span>
      <span>{sayRule(row, view, say, language)}</span>
      <span className={styles.soft}>
        {say.setBy(row.bodyName)}
        {row.note && ` · ${row.note}`}
      </span>
      {mayBind && office?.bodyId === row.bodyId && (
        <ConfirmButton
          label={say.end}
          question={say.endQuestion}
          size="xs"
          onConfirm={() => end.mutate({ id: row.id, version: row.version })}
        />
      )}
    </li>
  )
}

function sayRule(
  row: Threshold,
  view: IndicatorView,
  say: ReturnType<typeof useWords<typeof words.vi>>,
  language: Language,
): string {
  const goal = sayValue(view.indicator, row.goal, language)
  if (row.byDay === null) return say.valueAlways(goal)
  return row.rule === 'below-plan'
    ? say.planTo(goal, formatDate(row.byDay))
    : say.valueBy(goal, formatDate(row.byDay))
}

function WatchForm({ view, close }: { view: IndicatorView; close: () => void }) {
  const say = useWords(words)
  const isSum = view.indicator.measure === 'sum'
  const [id] = useState(newId)
  const write = useWrite({
    send: (body: SetThreshold, requestId) => setThreshold({ key: view.indicator.key, body }, requestId),
    refresh: [indicatorKeys.all],
    done: () => say.wasSet,
    onDone: close,
  })
  const form = useZodForm(
    SetThreshold,
    {
      id,
      unitId: view.unit.id,
      ...(view.indicator.measure === 'units-reaching' && { atLeast: view.atLeast }),
      rule: 'below-plan' as SetThreshold['rule'],
      goal: 1,
      byDay: null as string | null,
      note: '',
    },
    (given) => write.mutate(given, { onError: form.refuse }),
  )
  const { value: goal, onChange: setGoal, ...goalField } = form.value('goal')
  return (
    <form onSubmit={form.onSubmit} noValidate className={styles.form}>
      <FormErrors form={form} />
      <SegmentedControl
        size="xs"
        aria-label={say.rule}
        value={form.values.rule}
        onChange={(rule) => form.set({ rule: rule as SetThreshold['rule'] })}
        data={[
          { value: 'below-plan', label: say.belowPlan },
          { value: 'below-value', label: say.belowValue },
        ]}
      />
      <NumberInput
        {...goalField}
        size="xs"
        label={isSum ? say.goalNumber : say.goalPercent}
        min={0}
        {...(!isSum && { max: 100 })}
        value={isSum ? goal : Math.round(goal * 1000) / 10}
        onChange={(given) => typeof given === 'number' && setGoal(isSum ? given : given / 100)}
      />
      <DateField size="xs" label={say.byDay} {...form.value('byDay')} />
      <TextInput size="xs" label={say.note} maxLength={500} {...form.text('note')} />
      <span className={styles.buttons}>
        <Button size="xs" type="submit" loading={write.isPending}>
          {say.set}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {say.cancel}
        </Button>
      </span>
    </form>
  )
}
