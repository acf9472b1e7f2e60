import type { PageIcon } from '../router/pages.ts'
import type { Language } from '../words/index.ts'

/** Something of the product's records that Ctrl+K leads to. */
export interface Found {
  id: string
  label: string
  hint: string
  icon?: PageIcon
  /** Where it stands: a path, with what is asked of the page. */
  to: string
}

/** What app gives the palette: the platform knows no records. Asks only for what the office in use may read. */
export type Finder = (
  text: string,
  ask: { may: (permission: string) => boolean; language: Language; signal: AbortSignal },
) => Promise<readonly Found[]>
