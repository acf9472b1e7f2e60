export { sessionQueries } from './queries.ts'
export { Me, Office, System } from './schemas.ts'
export { SessionProvider, useMay, useMe, useSession, useToday } from './Session.tsx'
export { SignInPage } from './SignInPage.tsx'
