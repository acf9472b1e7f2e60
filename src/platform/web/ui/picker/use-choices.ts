import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'

export interface Choice {
  id: string
  label: string
  /** What tells it from others of the same name: the level, the unit above. */
  note?: string | undefined
}

/** Asks the server, which searches without accents. */
export type ChoiceFetcher = (text: string, signal: AbortSignal) => Promise<readonly Choice[]>

const restMs = 200

/** What the server offers for the text, once typing rests. `name` keeps the answers of different pickers apart. */
export function useChoices(name: string, fetcher: ChoiceFetcher, text: string, wanted: boolean) {
  const [asked] = useDebouncedValue(text.trim(), restMs)
  return useQuery({
    queryKey: ['picker', name, asked],
    queryFn: ({ signal }) => fetcher(asked, signal),
    enabled: wanted,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })
}
