import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { serverProcesses } from '#platform/server/postgres/processes.ts'

/** A data folder that the server's own user may pass through, made for one test. */
export function faultFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(process.env.PHAODAI_TEST_DATA ?? tmpdir(), 'phaodai-faults-'))
  chmodSync(path, 0o711)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Starts a Node process and resolves with the first part of its output that matches. */
export async function startChild(
  args: string[],
  env: Record<string, string>,
  sign: RegExp,
): Promise<{ child: ChildProcess; match: RegExpExecArray }> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const match = await new Promise<RegExpExecArray>((done, fail) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const found = sign.exec(said)
      if (found) done(found)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.once('exit', (code, signal) => fail(new Error(`ended with ${signal ?? code}:\n${said}`)))
  })
  return { child, match }
}

export function endChild(child: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  return new Promise((done) => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return done()
    child.once('exit', () => done())
    child.kill(signal)
  })
}

/** As the kernel does when memory runs out, but all at once: nothing of the server gets to write another byte. */
export function killDatabase(dataDir: string): void {
  const pgData = join(dataDir, 'postgres')
  const postmaster = Number(readFileSync(join(pgData, 'postmaster.pid'), 'utf8').split('\n')[0])
  for (const pid of [postmaster, ...serverProcesses(pgData)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // it ended between being listed and being killed
    }
  }
}
