export { NoticeBell } from './NoticeBell.tsx'

/** Loaded when it is opened: the bell stands on every page, the page does not. */
export const noticePage = () => import('./NoticePage.tsx').then((m) => m.NoticePage)
