export { dismissNotice, type Notice, notify, type NoticeTone, useNotices } from './notice-store.ts'
export { Notices } from './Notices.tsx'
