import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Figure } from './figure.ts'

const settle = 20_000

/** What it costs to run: proportional set size of the app and of the database, idle, with the demo province loaded. */
export async function benchFootprint(): Promise<Figure[]> {
  return withProduct(async (product) => {
    await new Promise((resolve) => setTimeout(resolve, settle))
    const app = familyOf(product.pid!).filter((pid) => !/postgres/.test(nameOf(pid)))
    const database = familyOf(product.pid!).filter((pid) => /postgres/.test(nameOf(pid)))
    const own = megabytes(app)
    return [
      { name: 'app, idle, proportional set size', value: own, unit: 'MB', most: 200 },
      {
        name: 'app and database, idle, proportional set size',
        value: own + megabytes(database),
        unit: 'MB',
        most: 450,
      },
    ]
  })
}

export async function withProduct<T>(work: (product: ChildProcess, url: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'phaodai-bench-'))
  chmodSync(folder, 0o711) // as root the server's own user must pass through
  const env = { ...process.env, PHAODAI_DATA: join(folder, 'data') }
  const product = spawn(process.execPath, ['bin/phaodai', 'start', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = ''
      product.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString()
        const address = /Mở: (http\S+)/.exec(said)?.[1]
        if (address) resolve(address)
      })
      product.once('exit', (code) => reject(new Error(`the product ended with ${code}:\n${said}`)))
    })
    return await work(product, url)
  } finally {
    if (product.exitCode === null) {
      await new Promise((resolve) => (product.once('exit', resolve), product.kill('SIGTERM')))
    }
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The process and everything it started, by the parents that /proc names. */
function familyOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue
    const parent = read(`/proc/${entry}/stat`).replace(/^.*\)/, '').trim().split(' ')[1]
    parents.set(Number(entry), Number(parent))
  }
  const family = new Set([root])
  for (let before = 0; before !== family.size;) {
    before = family.size
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid)
  }
  return [...family]
}

const nameOf = (pid: number) => read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')

function megabytes(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, k) => sum + k, 0) / 1024
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // it ended while we looked
  }
}

if (import.meta.main) console.table(await benchFootprint())
