import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export type UrlPatch = Readonly<Record<string, string | number | undefined>>

/**
 * What a page remembers in its address (filters, sort, the chosen row): survives reload, back and a link sent to
 * a colleague. Values are text; a page parses them with its own schema. A change replaces the entry in the
 * history unless `push` is set, so that "back" leaves the list instead of undoing filters one by one.
 */
export function useUrlState(): [
  Readonly<Record<string, string>>,
  (patch: UrlPatch, options?: { push?: boolean }) => void,
] {
  const search: Record<string, string> = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (patch: UrlPatch, options: { push?: boolean } = {}) => {
      void navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, ...patch }),
        replace: !options.push,
        resetScroll: false,
      } as never)
    },
    [navigate],
  )
  return [search, change]
}
