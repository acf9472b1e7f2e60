import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { newSecret } from './chance.ts'

/** Where the product listens and under which address people reach it. */
export interface Listening {
  host: string
  port: number
  tls: { cert: Buffer; key: Buffer } | undefined
  publicUrl: string | undefined
  /** What is printed and what cookies are made for. */
  baseUrl: string
}

export class ConfigError extends Error {}

/**
 * Plain HTTP stays on this machine: cameras, passkeys and offline work need a secure origin, and passwords must not
 * travel in the clear. For phones on a network there is TLS of our own (PHAODAI_TLS_CERT, PHAODAI_TLS_KEY) or a reverse
 * proxy on this machine (PHAODAI_PUBLIC_URL); docs/operations.md works one set-up through.
 */
export function listening(
  env: NodeJS.ProcessEnv,
  options: { port?: string | undefined; host?: string | undefined },
): Listening {
  const port = portFrom(options.port ?? env.PHAODAI_PORT ?? '8080')
  const tls = tlsFrom(env)
  const publicUrl = publicUrlFrom(env)
  const host = options.host ?? (tls ? '0.0.0.0' : '127.0.0.1')
  if (!tls && !isLoopback(host)) {
    throw new ConfigError(
      `Không mở HTTP thường ra mạng (${host}). Đặt PHAODAI_TLS_CERT và PHAODAI_TLS_KEY, hoặc dùng reverse proxy với PHAODAI_PUBLIC_URL (docs/operations.md).`,
    )
  }
  const own = `${tls ? 'https' : 'http'}://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`
  return { host, port, tls, publicUrl, baseUrl: publicUrl ?? own }
}

function portFrom(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError(`Cổng “${text}” không hợp lệ: cần một số từ 0 đến 65535.`)
  }
  return port
}

const isLoopback = (host: string) => host === '127.0.0.1' || host === '::1' || host === 'localhost'

function tlsFrom(env: NodeJS.ProcessEnv): Listening['tls'] {
  const { PHAODAI_TLS_CERT: cert, PHAODAI_TLS_KEY: key } = env
  if (!cert && !key) return undefined
  if (!cert || !key) throw new ConfigError('Cần cả PHAODAI_TLS_CERT và PHAODAI_TLS_KEY (đường dẫn tệp PEM).')
  try {
    return { cert: readFileSync(cert), key: readFileSync(key) }
  } catch (error) {
    throw new ConfigError(`Không đọc được chứng thư TLS: ${(error as Error).message}`)
  }
}

function publicUrlFrom(env: NodeJS.ProcessEnv): string | undefined {
  const url = env.PHAODAI_PUBLIC_URL
  if (!url) return undefined
  if (!/^https:\/\/[^/]+\/?$/.test(url)) {
    throw new ConfigError(`PHAODAI_PUBLIC_URL phải có dạng https://tên-miền (đang là “${url}”).`)
  }
  return url.replace(/\/$/, '')
}

/** Signs the session cookies. Made once, kept beside the database, readable by the app's own user only. */
export function sessionSecret(env: NodeJS.ProcessEnv, dataDir: string): string {
  if (env.PHAODAI_SECRET) {
    if (env.PHAODAI_SECRET.length < 32)
      throw new ConfigError('PHAODAI_SECRET cần ít nhất 32 ký tự ngẫu nhiên.')
    return env.PHAODAI_SECRET
  }
  if (!dataDir)
    throw new ConfigError('Khi dùng DATABASE_URL, hãy đặt PHAODAI_SECRET (ít nhất 32 ký tự ngẫu nhiên).')
  const file = join(dataDir, 'session.key')
  try {
    return readFileSync(file, 'utf8')
  } catch {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, newSecret(48), { mode: 0o600, flag: 'wx' })
    return readFileSync(file, 'utf8')
  }
}
