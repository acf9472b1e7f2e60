import { type ComponentType, createContext, type FunctionComponent, useContext } from 'react'

import type { Phrase } from '../words/index.ts'

export type PageIcon = ComponentType<{
  size?: number | string
  stroke?: number | string
  className?: string | undefined
}>

/** One line of the list of pages (`app/web/routes.tsx`). */
export interface PageEntry {
  /** "/tasks/$id": a `$name` is read with `useParams`. */
  path: string
  /** `() => import('#features/tasks/web/index.ts').then((m) => m.TaskPage)`: its own script file. */
  page: () => Promise<FunctionComponent>
  label: Phrase
  icon?: PageIcon
  /** The permission the office in use must carry; absent = anybody who is signed in. */
  may?: string
  /** The heading under which the navigation lists it; absent = not listed. */
  group?: Phrase
  /** Stands in the bar at the bottom of a phone; the rest is behind "more". At most four. */
  onPhoneBar?: boolean
  /** What the bar says when the label is too long for a fifth of a phone; the label stays the link's name. */
  short?: Phrase
}

export const PagesContext = createContext<readonly PageEntry[]>([])

export function usePages(): readonly PageEntry[] {
  return useContext(PagesContext)
}
