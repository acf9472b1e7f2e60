// Who approves: a named body in front of "phê duyệt", and who appraises before it.
import { behindBracket, type Body, readBodies } from './bodies.ts'
import { standsAt, type Token, wordAt } from './tokens.ts'
import type { Approval } from './types.ts'

export interface FoundApproval {
  approval: Approval
  start: number
  end: number
}

/** "X phê duyệt …", "được X phê duyệt", "trình Y thẩm định, … trình X phê duyệt". Only with a named body. */
export function findApproval(
  tokens: readonly Token[],
  from: number,
  to: number,
  flat: string,
  lead: Body | undefined,
): FoundApproval | null {
  for (let i = from; i < to; i++) {
    if (!standsAt(tokens, i, 'phê duyệt')) continue
    if (lead && lead.to === i)
      return found(
        flat,
        lead,
        tokens[i + 1]?.end ?? 0,
        flat.slice(tokens[i + 2]?.start ?? 0, tokens[to - 1]?.end ?? 0),
      )
    const read = approvedAt(tokens, from, i, flat) ?? agentBefore(tokens, from, i, flat)
    if (read) {
      const rest = flat.slice(tokens[i + 2]?.start ?? 0, tokens[to - 1]?.end ?? 0)
      return read.approval.object === ''
        ? { ...read, approval: { ...read.approval, object: rest || null } }
        : read
    }
  }
  return null
}

/** "…, UBND tỉnh phê duyệt dự toán": the agent opens a clause of its own. */
function agentBefore(tokens: readonly Token[], from: number, i: number, flat: string): FoundApproval | null {
  for (let j = Math.max(from + 1, i - 12); j < i; j++) {
    if (![',', ';', 'và'].includes(wordAt(tokens, j - 1))) continue
    const list = readBodies(tokens, j, flat)
    const body = list?.bodies.at(-1)
    if (list && body && list.bodies.length === 1 && list.next === i)
      return {
        ...found(flat, body, tokens[i + 1]?.end ?? 0, null),
        approval: { object: '', authority: flat.slice(body.start, body.end) },
      }
  }
  return null
}

/** "được X phê duyệt", "trình X phê duyệt" with the verb at `i`. */
function approvedAt(tokens: readonly Token[], from: number, i: number, flat: string): FoundApproval | null {
  for (let j = Math.max(from, i - 24); j < i; j++) {
    const word = wordAt(tokens, j)
    if (word !== 'được' && word !== 'trình' && word !== 'do') continue
    const list = readBodies(tokens, j + 1, flat)
    const body = list?.bodies.at(-1)
    if (!list || !body || (list.next !== i && !standsAt(tokens, list.next, 'xem xét'))) continue
    const object = word === 'được' ? passiveObject(tokens, from, j, flat) : null
    // "Căn cứ Kế hoạch được UBND tỉnh phê duyệt, …": approved already.
    if (object !== null && /^(?:căn cứ|theo|trên cơ sở)(?![\p{L}])/iu.test(object)) continue
    const read = found(flat, body, tokens[i + 1]?.end ?? 0, object)
    const appraiser = appraisedBy(tokens, from, i, flat)
    if (appraiser) read.approval.appraiser = appraiser
    return read
  }
  return null
}

function found(flat: string, body: Body, end: number, object: string | null): FoundApproval {
  return {
    approval: { object: object === '' ? null : object, authority: flat.slice(body.start, body.end) },
    start: body.start,
    end,
  }
}

function passiveObject(tokens: readonly Token[], from: number, at: number, flat: string): string {
  let end = at
  while (end > from && ['phải', 'cần', 'đã', 'sau', 'khi'].includes(wordAt(tokens, end - 1))) end--
  return flat.slice(tokens[from]?.start ?? 0, tokens[end - 1]?.end ?? 0)
}

function appraisedBy(tokens: readonly Token[], from: number, to: number, flat: string): string | null {
  for (let j = from; j < to; j++) {
    if (wordAt(tokens, j) !== 'trình' && wordAt(tokens, j) !== 'gửi') continue
    const list = readBodies(tokens, j + 1, flat)
    const body = list?.bodies.at(-1)
    if (list && body && standsAt(tokens, behindBracket(tokens, list.next), 'thẩm định'))
      return flat.slice(body.start, body.end)
  }
  return null
}
