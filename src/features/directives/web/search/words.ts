import { defineWords } from '#platform/web/words/index.ts'

export const words = defineWords({
  vi: {
    title: 'Tìm trong văn bản',
    lead: 'Tìm trong toàn văn mọi văn bản anh chị được xem. Gõ không dấu cũng tìm được; gõ có dấu thì đúng dấu xếp trước.',
    field: 'Tìm trong toàn văn',
    hint: 'Ví dụ: trạm y tế lưu động, xet nghiem, 187-TB/TU',
    found: (n: string, q: string) => `${n} văn bản có “${q}”`,
    withoutAccents: 'Không có văn bản nào đúng dấu như đã gõ; dưới đây là kết quả không kể dấu.',
    none: (q: string) => `Không có văn bản nào chứa “${q}”`,
    noneHow: 'Bớt từ, hoặc gõ không dấu. Chỉ tìm trong những văn bản anh chị được xem.',
    start: 'Gõ từ cần tìm',
    more: 'Xem thêm',
    inText: (n: string) => `${n} văn bản có những từ này trong toàn văn`,
    openSearch: 'Xem chỗ tìm thấy',
  },
  en: {
    title: 'Search in documents',
    lead: 'Searches the whole text of every document you may see, with or without accents.',
    field: 'Search the whole text',
    hint: 'For example: trạm y tế lưu động, xet nghiem, 187-TB/TU',
    found: (n: string, q: string) => `${n} documents hold “${q}”`,
    withoutAccents: 'Nothing has the accents as typed; these are the results without regard to accents.',
    none: (q: string) => `No document holds “${q}”`,
    noneHow: 'Use fewer words, or type without accents. Only documents you may see are searched.',
    start: 'Type what to look for',
    more: 'Show more',
    inText: (n: string) => `${n} documents hold these words in their text`,
    openSearch: 'See where',
  },
})
