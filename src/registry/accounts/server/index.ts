/** What servers may ask of accounts: the routes, who is asking, and making accounts from the command line and the demo. */
export { auditRoutes } from './audit-routes.ts'
export { accountRoutes } from './routes.ts'
export { actorForOffice, actorOf, authenticator } from './session.ts'
export { hashPassword, openSignIn, type SignInService } from './sign-in.ts'
export {
  changeAccountState,
  endSessions,
  findAccountByUsername,
  insertAccount,
  insertOffice,
  listAllAccounts,
  listDemoAccounts,
  listOfficesHeld,
  setPassword,
} from './store.ts'
