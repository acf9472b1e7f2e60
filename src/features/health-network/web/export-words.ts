import { defineWords } from '#platform/web/words/index.ts'

export const exportWords = defineWords({
  vi: {
    title: 'Tải danh sách đang lọc',
    save: 'Tải danh sách',
    masked: 'Tải, số điện thoại được che (09xx xxx 123)',
    orWhole: 'Cần số điện thoại đầy đủ thì nêu mục đích:',
    whole: 'Tải kèm số điện thoại đầy đủ',
  },
  en: {
    title: 'Save the filtered list',
    save: 'Save the list',
    masked: 'Save with telephone numbers masked (09xx xxx 123)',
    orWhole: 'If you need whole numbers, say what for:',
    whole: 'Save with whole telephone numbers',
  },
})
