import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the running product with the demo province. */
    productUrl: string
  }
}

/**
 * Journeys use the product as a new user gets it: built pages, bundled database, demo province, one process started by
 * the command line. PHAODAI_TEST_URL points at one that already runs instead.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env.PHAODAI_TEST_URL
  if (running) {
    project.provide('productUrl', running)
    return async () => {}
  }
  const folder = mkdtempSync(join(process.env.PHAODAI_TEST_DATA ?? tmpdir(), 'phaodai-journey-'))
  chmodSync(folder, 0o711) // as root the server's own user must pass through
  const product = spawn(process.execPath, ['bin/phaodai', 'start', '--port', '0'], {
    env: { ...process.env, PHAODAI_DATA: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const stop = async () => {
    await ended(product)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    project.provide('productUrl', await addressOf(product))
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}

function addressOf(product: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /Mở: (http\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    }
    product.stdout?.on('data', listen)
    product.stderr?.on('data', listen)
    product.once('exit', (code) =>
      reject(new Error(`the product ended with ${code} before it served:\n${said}`)),
    )
    setTimeout(
      () => reject(new Error(`the product did not serve within two minutes:\n${said}`)),
      120_000,
    ).unref()
  })
}

function ended(product: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (product.exitCode !== null || product.signalCode !== null) return resolve()
    product.once('exit', () => resolve())
    product.kill('SIGTERM')
  })
}
