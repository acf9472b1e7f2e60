import type { Phrase } from '#platform/web/words/index.ts'

/** Apart from the other words: the list of pages is in the first script, the page is not. */
export const situationPageNames = {
  situation: { vi: 'Màn hình chỉ huy', en: 'Command screen' },
} satisfies Record<string, Phrase>
