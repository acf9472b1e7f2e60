import { accountRoutes, auditRoutes, type SignInService } from '#registry/accounts/server/index.ts'
import { bodyRoutes } from '#registry/bodies/server/index.ts'
import { indicatorRoutes } from '#registry/indicators/server/index.ts'
import { unitRoutes } from '#registry/units/server/index.ts'
import { committeeRoutes, incidentRoutes, rosterRoutes } from '#features/command/server/index.ts'
import { directiveRoutes, type Resolver } from '#features/directives/server/index.ts'
import { healthNetworkRoutes } from '#features/health-network/server/index.ts'
import { situationRoutes } from '#features/situation/server/index.ts'
import type { Feature } from '#platform/server/app.ts'
import { deviceKeyRoutes } from '#platform/server/device-key.ts'
import { liveRoutes } from '#platform/server/live-routes.ts'
import type { Jobs } from '#platform/server/jobs.ts'
import { mailerFrom, noticeRoutes } from '#registry/notices/server/index.ts'
import { noticeKinds, tellCrossed, tellDigest } from './notices.ts'
import { indicatorSources } from './indicators.ts'
import type { Installation } from './installation-store.ts'
import { systemRoutes } from './system.ts'

export interface Parts {
  signIn: SignInService
  jobs: Jobs
  resolver: Resolver
  installation: () => Promise<Installation | undefined>
  demo: boolean
}

/** The whole product, in the order a newcomer should read it. */
export function features(parts: Parts): Feature[] {
  return [
    systemRoutes(parts.installation),
    liveRoutes,
    deviceKeyRoutes,
    accountRoutes(parts.signIn, parts.demo),
    auditRoutes,
    unitRoutes,
    bodyRoutes,
    noticeRoutes({ kinds: noticeKinds, jobs: parts.jobs, mailReady: mailerFrom(process.env) !== undefined }),
    indicatorRoutes(indicatorSources, parts.jobs, tellCrossed(parts.jobs)),
    directiveRoutes(parts.jobs, parts.resolver, indicatorSources, tellDigest(parts.jobs)),
    healthNetworkRoutes(parts.jobs),
    committeeRoutes,
    rosterRoutes,
    incidentRoutes,
    situationRoutes(indicatorSources),
  ]
}
