import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'

import { DocumentError, refuse } from '../document-error.ts'
import {
  CHILD_HEAP_MB,
  CHILD_RESIDENT_MB,
  MAX_CHILDREN,
  PAGE_TIMEOUT_MS,
  TOTAL_TIMEOUT_MS,
} from '../limits.ts'
import type { Order, Report } from './messages.ts'
import { takeTurn } from './turns.ts'
import { watchMemory } from './watch-memory.ts'

const entry = join(import.meta.dirname, 'main.ts')
const root = join(import.meta.dirname, '..', '..', '..', '..')
// Usually below the checkout; elsewhere when a larger project holds it.
const packages = join(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'), '..', '..')

/**
 * A foreign file is opened in a process of its own: small heap, no environment (no passwords of the database), no
 * right to write files or start programs, reading only below the checkout, killed when it takes too long or too much.
 * Whatever happens to it becomes a DocumentError here.
 */
export interface Limits {
  pageMs?: number
  totalMs?: number
  residentMb?: number
}

/** Runs one order. `onReport` is awaited before the child goes on. Resolves with the child's final report. */
export async function runChild(
  bytes: Uint8Array,
  order: Order,
  onReport: (report: Report) => Promise<void>,
  signal: AbortSignal | undefined,
  limits: Limits = {},
): Promise<Report> {
  if (signal?.aborted) throw refuse.cancelled({})
  const leave = await takeTurn(MAX_CHILDREN, signal)
  try {
    // It may have been stopped in the instant between; an aborted signal does not fire again.
    if (signal?.aborted) throw refuse.cancelled({})
    return await converse(bytes, order, onReport, signal, limits)
  } finally {
    leave()
  }
}

/** How node is started for foreign files: a small heap and no rights but to read the program itself. */
export const childArguments = [
  `--max-old-space-size=${CHILD_HEAP_MB}`,
  '--permission',
  `--allow-fs-read=${root}`,
  `--allow-fs-read=${packages}`,
  '--allow-addons',
  '--allow-worker',
  '--disable-warning=SecurityWarning',
  '--disable-warning=ExperimentalWarning',
]

/** Nothing of ours: no address and password of the database, no keys. */
export const childEnvironment = { TZ: 'UTC', NODE_ENV: 'production' }

function start(): ChildProcess {
  return spawn(process.execPath, [...childArguments, entry], {
    cwd: root,
    env: childEnvironment,
    stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    serialization: 'advanced',
  })
}

function converse(
  bytes: Uint8Array,
  order: Order,
  onReport: (report: Report) => Promise<void>,
  signal: AbortSignal | undefined,
  { pageMs = PAGE_TIMEOUT_MS, totalMs = TOTAL_TIMEOUT_MS, residentMb = CHILD_RESIDENT_MB }: Limits,
): Promise<Report> {
  const child = start()
  let complaint = ''
  let page: number | null = null
  let timer: NodeJS.Timeout | undefined

  return new Promise<Report>((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(timer)
      clearTimeout(total)
      stopWatching()
      signal?.removeEventListener('abort', cancel)
      child.kill('SIGKILL')
      settle()
    }
    const fail = (error: Error) => end(() => reject(error))
    const cancel = () => fail(refuse.cancelled({}))
    const expectWithin = () => {
      clearTimeout(timer)
      timer = setTimeout(() => fail(refuse.timeout({ page, limitMs: pageMs })), pageMs)
    }
    const total = setTimeout(() => fail(refuse.timeout({ page: null, limitMs: totalMs })), totalMs)
    const stopWatching = watchMemory(child, residentMb, () => fail(refuse.tooHeavy({ limitMb: residentMb })))
    signal?.addEventListener('abort', cancel, { once: true })
    expectWithin()

    child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-2_000)))
    child.on('error', (error) => fail(refuse.readerFailed({ why: error.message })))
    child.on('exit', () => fail(died(complaint)))
    // A child that dies while the file is still being sent says so by its exit, not by the broken pipe.
    child.stdin?.on('error', () => undefined)
    child.on('message', (report: Report) => {
      if (report.say === 'ready') {
        child.send(order)
        child.stdin?.end(bytes)
      } else if (report.say === 'refused') {
        fail(new DocumentError(report.code, report.message, report.details))
      } else if (report.say === 'page' || report.say === 'starting') {
        page = report.say === 'page' ? report.page.number : report.page
        clearTimeout(timer)
        onReport(report).then(() => {
          if (child.connected && !signal?.aborted) {
            expectWithin()
            child.send('next')
          }
        }, fail)
      } else {
        end(() => resolve(report))
      }
    })
  })
}

function died(complaint: string): DocumentError {
  if (/heap out of memory|allocation failed|Array buffer allocation/i.test(complaint))
    return refuse.tooHeavy({ limitMb: CHILD_HEAP_MB })
  return refuse.readerFailed({ why: complaint.trim().split('\n').at(-1) ?? '' })
}
