import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'

import { readJob, remindJob } from '#features/directives/server/index.ts'
import { recomputeJob } from '#registry/indicators/server/index.ts'
import { deliverJob, type DeliverParts, digestJob, mailerFrom } from '#registry/notices/server/index.ts'
import type { Database } from '#platform/server/db.ts'
import { systemClock } from '#platform/server/clock.ts'
import type { Job, Jobs } from '#platform/server/jobs.ts'
import { forgetRequests } from '#platform/server/once.ts'
import { sealAudit } from '#platform/server/seal.ts'
import { noticeKinds, tellCrossed, tellDigest } from './notices.ts'
import { indicatorSources } from './indicators.ts'
import type { resolverOn } from './resolver.ts'

export interface JobParts {
  db: Database
  resolverFor: ReturnType<typeof resolverOn>
  today: () => string
  /** Wakes what follows at once; without it the clock does. */
  jobs?: Jobs
  /** The address that mails lead to. */
  baseUrl?: string
  /** Where audit roots are written as they are made; empty for a server without a data folder. */
  dataDir: string
  log: (line: string) => void
}

/** Everything the product does later or by the clock. The tests' world runs the same list. */
export function productJobs(parts: JobParts): Job<never>[] {
  const jobs = [
    readJob(parts.db, parts.resolverFor),
    sealJob(parts),
    forgetJob(parts),
    indicatorJob(parts),
    remindJob(parts.db, parts.today, tellDigest(parts.jobs)),
    deliverJob(noticeJobs(parts)),
    digestJob(noticeJobs(parts)),
  ]
  return jobs as Job<never>[]
}

/** Seals the audit log each minute. Roots also leave the database, so that a cut tail shows (phaodai doctor --roots). */
function sealJob({ db, dataDir, log }: JobParts): Job {
  return {
    name: 'audit.seal',
    cron: '* * * * *',
    run: async () => {
      for (const seal of await sealAudit(db)) {
        log(`nhật ký: niêm phong ${seal.entries} dòng đến ${seal.lastId}, gốc ${seal.root}`)
        if (dataDir)
          await appendFile(join(dataDir, 'audit-roots.txt'), `${seal.sealedAt} ${seal.lastId} ${seal.root}\n`)
      }
    },
  }
}

/** Measures what acts have marked, and each minute whatever is left. */
function indicatorJob({ db, log, today, jobs }: JobParts) {
  return recomputeJob({ db, log, today, onWarning: tellCrossed(jobs) }, indicatorSources)
}

function noticeJobs({ db, today, log, baseUrl = '' }: JobParts): DeliverParts {
  return {
    db,
    kinds: noticeKinds,
    today,
    now: systemClock.now,
    mailer: mailerFrom(process.env, log),
    baseUrl,
  }
}

/** Each night: answers of writes that no device will ask for again. */
function forgetJob({ db, log }: JobParts): Job {
  return {
    name: 'requests.forget',
    cron: '40 19 * * *', // 02:40 in Việt Nam
    run: async () => {
      const forgotten = await forgetRequests(db)
      if (forgotten > 0) log(`đã quên ${forgotten} câu trả lời cũ`)
    },
  }
}
