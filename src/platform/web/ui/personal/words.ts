import { defineWords } from '../../words/index.ts'

export const words = defineWords({
  vi: {
    show: 'Hiện số',
    showFor: (name: string) => `Hiện số điện thoại của ${name}`,
    why: 'Bạn cần số điện thoại để làm gì?',
    logged: 'Tên anh chị, giờ xem và mục đích được ghi vào nhật ký.',
    other: 'Mục đích khác',
    confirm: 'Hiện',
    none: 'không có số',
    purposes: {
      work: 'Liên hệ công tác phòng, chống dịch',
      check: 'Kiểm tra thông tin đã ghi',
      urgent: 'Xử lý tình huống khẩn cấp',
    },
  },
  en: {
    show: 'Show number',
    showFor: (name: string) => `Show the telephone number of ${name}`,
    why: 'What do you need the number for?',
    logged: 'Your name, the hour and the purpose are kept in the log.',
    other: 'Another purpose',
    confirm: 'Show',
    none: 'no number',
    purposes: {
      work: 'Epidemic control work',
      check: 'Checking what was recorded',
      urgent: 'An emergency',
    },
  },
})
