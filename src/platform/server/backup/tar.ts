import type { FileHandle } from 'node:fs/promises'

import { damaged } from './error.ts'

/**
 * The ustar format (POSIX.1-1988), as far as a backup needs it: plain members of known size with short names. Chosen so
 * that a backup can be opened with tar, gzip and psql alone, when the product is not there.
 */
const block = 512

export interface Member {
  name: string
  size: number
  /** Where the member's bytes begin in the file. */
  at: number
}

const octal = (value: number, width: number) => value.toString(8).padStart(width - 1, '0') + '\0'

function header(name: string, size: number, seconds: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`too long for tar: ${name}`)
  const bytes = Buffer.alloc(block)
  bytes.write(name, 0)
  bytes.write(
    octal(0o600, 8) + octal(0, 8) + octal(0, 8) + octal(size, 12) + octal(seconds, 12) + ' '.repeat(8) + '0',
    100,
  )
  bytes.write('ustar\0' + '00', 257)
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  bytes.write(octal(sum, 7) + ' ', 148)
  return bytes
}

const padding = (size: number) => (block - (size % block)) % block

export async function writeMember(
  file: FileHandle,
  name: string,
  bytes: Buffer,
  seconds: number,
): Promise<void> {
  await file.writev([header(name, bytes.length, seconds), bytes, Buffer.alloc(padding(bytes.length))])
}

/** Two empty blocks say that nothing follows. */
export async function writeEnd(file: FileHandle): Promise<void> {
  await file.write(Buffer.alloc(2 * block))
}

/** All members of a file that ends as a tar does; a file that was cut off, or is none, is refused with the place. */
export async function listMembers(file: FileHandle, path: string): Promise<Member[]> {
  const { size: total } = await file.stat()
  const members: Member[] = []
  const bytes = Buffer.alloc(block)
  for (let at = 0; ;) {
    const after = members.at(-1)?.name ?? 'đầu tệp / the beginning'
    const { bytesRead } = await file.read(bytes, 0, block, at)
    if (bytesRead < block) throw damaged(path, `byte ${at}, sau ${after}: tệp bị cắt / the file is cut off`)
    if (bytes.every((byte) => byte === 0)) return members
    const member = parseHeader(bytes, at + block)
    if (!member) throw damaged(path, `byte ${at}, sau ${after}: không phải tiêu đề tar / no tar header`)
    at += block + member.size + padding(member.size)
    if (at > total) throw damaged(path, `${member.name}: tệp bị cắt ở byte ${total} / the file is cut off`)
    members.push(member)
  }
}

function parseHeader(bytes: Buffer, at: number): Member | undefined {
  const text = (from: number, to: number) => bytes.toString('utf8', from, to).split('\0')[0]!.trim()
  const said = Number.parseInt(text(148, 156), 8)
  let sum = 0
  for (let i = 0; i < block; i++) sum += i >= 148 && i < 156 ? 32 : bytes[i]!
  if (sum !== said || text(257, 263) !== 'ustar') return undefined
  return { name: text(0, 100), size: Number.parseInt(text(124, 136), 8), at }
}

export async function readMember(file: FileHandle, member: Member): Promise<Buffer> {
  const bytes = Buffer.alloc(member.size)
  await file.read(bytes, 0, member.size, member.at)
  return bytes
}
