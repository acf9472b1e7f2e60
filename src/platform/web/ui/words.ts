import { defineWords } from '../words/index.ts'

export const words = defineWords({
  vi: {
    notRead: 'Chưa tải được',
    retry: 'Thử lại',
    loading: 'Đang tải',
    crumbs: 'Đường dẫn trang',
    close: 'Đóng',
    cancel: 'Thôi',
  },
  en: {
    notRead: 'Could not be loaded',
    retry: 'Try again',
    loading: 'Loading',
    crumbs: 'Breadcrumbs',
    close: 'Close',
    cancel: 'Cancel',
  },
})
