import { defineWords } from '#platform/web/words/index.ts'

export const words = defineWords({
  vi: {
    title: 'Việc của tôi',
    today: (day: string) => `Hôm nay ${day}`,
    bringIn: 'Đưa văn bản vào',
    overdue: 'quá hạn',
    dueSoon: 'sắp đến hạn',
    all: 'việc được giao',
    drafts: 'Văn bản chờ rà soát',
    urgent: 'Gấp nhất',
    newest: 'Mới giao',
    whole: 'Xem tất cả',
    nothing: 'Không có việc nào',
    unsaved: (n: number) => `${n} sửa đổi chưa lưu trên máy này`,
  },
  en: {
    title: 'My work',
    today: (day: string) => `Today ${day}`,
    bringIn: 'Bring a document in',
    overdue: 'overdue',
    dueSoon: 'due soon',
    all: 'assigned tasks',
    drafts: 'Documents to review',
    urgent: 'Most urgent',
    newest: 'Newest',
    whole: 'See all',
    nothing: 'Nothing here',
    unsaved: (n: number) => `${n} changes not saved on this device`,
  },
})
