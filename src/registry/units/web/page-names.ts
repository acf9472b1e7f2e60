import type { Phrase } from '#platform/web/words/index.ts'

/** Apart from the other words: the list of pages is in the first script, the pages are not. */
export const pageNames = {
  units: { vi: 'Đơn vị hành chính', en: 'Administrative units' },
  unit: { vi: 'Đơn vị hành chính', en: 'Administrative unit' },
} satisfies Record<string, Phrase>
