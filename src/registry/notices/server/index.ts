/** What servers may ask of notices: tell somebody; routes and jobs for app, which lists the kinds. */
export { deliverJob, type DeliverParts, digestJob } from './deliver.ts'
export type { NoticeKind } from './kinds.ts'
export { mailerFrom } from './mailer.ts'
export { noticeRoutes } from './routes.ts'
export { tellAccount, tellBody } from './tell.ts'
