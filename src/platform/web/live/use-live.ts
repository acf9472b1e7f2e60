import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'

import { useMe, useSession } from '../session/Session.tsx'
import { listen, liveState } from './link.ts'
import type { LiveTopic } from './topics.ts'

/**
 * Reads these queries again when one of the topics is announced for the units of the office in use, while the component
 * is shown. Without a stream (a proxy that holds it back) they are read again every 30 seconds.
 */
export function useLive(topics: readonly LiveTopic[], queryKeys: readonly QueryKey[]): void {
  const queries = useQueryClient()
  const account = useMe().account.id
  const office = useSession().office?.id ?? ''
  const wanted = useRef({ topics, queryKeys })
  useEffect(() => {
    wanted.current = { topics, queryKeys }
  })
  useEffect(
    () =>
      listen(`${account}.${office}`, (came) => {
        const mine = wanted.current
        if (came !== 'all' && !mine.topics.some((topic) => came.includes(topic))) return
        for (const queryKey of mine.queryKeys) void queries.invalidateQueries({ queryKey })
      }),
    [account, office, queries],
  )
}

/** `live`: changes arrive by themselves; `polling`: every half minute; `off`: nothing on the page listens. */
export function useLiveState(): 'off' | 'live' | 'polling' {
  return useSyncExternalStore(liveState.subscribe, liveState.get)
}
