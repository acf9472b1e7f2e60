import type { Phrase } from '#platform/web/words/index.ts'

/** Apart from the other words: the list of pages is in the first script, the pages are not. */
export const pageNames = {
  network: { vi: 'Y tế cơ sở', en: 'Health network' },
  form: { vi: 'Ghi mới', en: 'New record' },
  import: { vi: 'Nhập từ bảng tính', en: 'Import' },
  record: { vi: 'Mục của mạng lưới', en: 'Record' },
  own: { vi: 'Tổ an toàn COVID', en: 'Safety groups' },
} satisfies Record<string, Phrase>
