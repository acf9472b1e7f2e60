import type { Phrase } from '#platform/web/words/index.ts'

/** Apart from the other words: the list of pages is in the first script, the pages are not. */
export const pageNames = {
  home: { vi: 'Việc của tôi', en: 'My work' },
  documents: { vi: 'Văn bản', en: 'Documents' },
  inbox: { vi: 'Hộp thư nhiệm vụ', en: 'Task inbox' },
  followUp: { vi: 'Theo dõi nhiệm vụ', en: 'Follow-up' },
  search: { vi: 'Tìm trong văn bản', en: 'Search in documents' },
  review: { vi: 'Rà soát văn bản', en: 'Review' },
  calendars: { vi: 'Lịch trên điện thoại', en: 'Calendar on the phone' },
  task: { vi: 'Nhiệm vụ', en: 'Task' },
} satisfies Record<string, Phrase>
