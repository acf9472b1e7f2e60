import { QueryClient } from '@tanstack/react-query'

import { mayPass } from './problem.ts'

/**
 * Reads are tried three times when that may help. `always`: when the network is down a page says so at once
 * instead of showing a skeleton for ever.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && mayPass(error),
        refetchOnWindowFocus: true,
        // Off by itself when the mode is 'always'.
        refetchOnReconnect: true,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
