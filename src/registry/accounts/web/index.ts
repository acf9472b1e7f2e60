/** The pages of accounts and of the log; their addresses are in app/web/routes.tsx. */
export { AccountDetailPage } from './AccountDetailPage.tsx'
export { AccountListPage } from './AccountListPage.tsx'
export { AuditPage } from './audit/AuditPage.tsx'
