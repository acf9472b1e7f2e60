import { useSession } from '../session/Session.tsx'
import { type PageEntry, usePages } from '../router/pages.ts'
import type { Phrase } from '../words/index.ts'

export interface NavGroup {
  label: Phrase
  entries: PageEntry[]
}

/** The pages this office may open and that the navigation lists, under their headings, in the order of the list. */
export function useNavGroups(): NavGroup[] {
  const pages = usePages()
  const { may } = useSession()
  const groups: NavGroup[] = []
  for (const entry of pages) {
    if (!entry.group || (entry.may && !may(entry.may))) continue
    const group = groups.find(({ label }) => label.vi === entry.group?.vi)
    if (group) group.entries.push(entry)
    else groups.push({ label: entry.group, entries: [entry] })
  }
  return groups
}
