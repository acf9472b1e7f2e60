import { Button, Group } from '@mantine/core'

import { api, useWrite } from '#platform/web/api/index.ts'
import { useMe } from '#platform/web/session/index.ts'
import { StateBadge } from '#platform/web/ui/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import { type Swap, SwapState } from '../../domain/index.ts'
import { keys } from '../queries.ts'
import { dayOf, hoursOf } from './days.ts'
import styles from './roster.module.css'
import { words } from './words.ts'

const meanings = { asked: 'waiting', accepted: 'done', declined: 'stopped', withdrawn: 'stopped' } as const
const when = (from: string, to: string) => `${hoursOf(from, to)}, ${formatDate(dayOf(from))}`

/** What was asked and answered; open ones first. Only who was asked answers, only who asked withdraws. */
export function SwapList({ swaps }: { swaps: readonly Swap[] }) {
  const say = useWords(words)
  const { account } = useMe()
  const answer = useWrite({
    send: ({ id, act }: { id: string; act: 'accept' | 'decline' | 'withdraw' }, requestId) =>
      api.post(`/api/duty/swaps/${id}/${act}`, SwapState, {}, { requestId }),
    refresh: [keys.duty],
    done: () => say.done,
  })
  if (swaps.length === 0) return <p className={styles.quiet}>{say.noSwaps}</p>
  return (
    <ul className={styles.list}>
      {swaps.slice(0, 10).map((swap) => (
        <li key={swap.id}>
          <p>
            {say.swapLine(swap.askedByName, swap.askedOfName)}:{' '}
            <strong>{when(swap.startsAt, swap.endsAt)}</strong>
            {swap.returnStartsAt && swap.returnEndsAt && (
              <>, {say.swapBack(when(swap.returnStartsAt, swap.returnEndsAt))}</>
            )}
          </p>
          <p className={styles.quiet}>{swap.reason}</p>
          <Group gap="xs">
            <StateBadge meaning={meanings[swap.state]} label={say.swapStates[swap.state]} />
            {swap.state === 'asked' && swap.askedOf === account.id && (
              <>
                <Button size="compact-sm" onClick={() => answer.mutate({ id: swap.id, act: 'accept' })}>
                  {say.accept}
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => answer.mutate({ id: swap.id, act: 'decline' })}
                >
                  {say.decline}
                </Button>
              </>
            )}
            {swap.state === 'asked' && swap.askedBy === account.id && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => answer.mutate({ id: swap.id, act: 'withdraw' })}
              >
                {say.withdraw}
              </Button>
            )}
          </Group>
        </li>
      ))}
    </ul>
  )
}
