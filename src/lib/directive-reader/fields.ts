// What a task carries besides its lead.
import { attributesIn, bodiesOf } from './attributes.ts'
import type { Body } from './bodies.ts'
import { findDeadline, type DeadlineContext } from './deadlines.ts'
import { findApproval } from './approvals.ts'
import { findCoordination, findDirected, piecesOf, type Party } from './parties.ts'
import { findReports } from './reports.ts'
import { spanIn, type Passage, type Span } from './passage.ts'
import type { ClauseReading } from './assignments.ts'
import { findTargets } from './targets.ts'
import type { Token } from './tokens.ts'
import type { Approval, Deadline, SoftTime, Target } from './types.ts'

export interface Placed<T> {
  value: T
  span: Span
  rule: string
  confidence: number
}

export interface TaskFields {
  coordinate: Placed<string>[]
  directs: Placed<string>[]
  reportTo: Placed<string>[]
  reportVia: Placed<string>[]
  deadline: Placed<Deadline> | null
  targets: Placed<Target>[]
  approval: Placed<Approval> | null
  softTime: SoftTime[]
}

const urgency = /(?<![\p{L}])(?:khẩn trương|kịp thời|sớm|nhanh chóng|từ sớm)(?![\p{L}])/giu

export function readFields(
  p: Passage,
  tokens: readonly Token[],
  from: number,
  to: number,
  reading: ClauseReading,
  leads: readonly Body[],
  context: DeadlineContext,
): TaskFields {
  const base = tokens[from]?.start ?? 0
  const words = p.flat.slice(base, tokens[to - 1]?.end ?? base)
  const party = (found: Party): Placed<string> => ({
    value: found.text,
    span: spanIn(p, found.start, found.end),
    rule: found.rule,
    confidence: 0.85,
  })
  const leadNames = new Set(leads.map((b) => p.flat.slice(b.start, b.end)))
  const reports = findReports(tokens, from, to, p.flat)
  const targets = findTargets(words)
  const found = findDeadline(words, context)
  // "mỗi ngày tiêm 30.000 liều" is a rate, not a time limit.
  const rate = found !== null && /^mỗi /iu.test(found.deadline.text)
  const deadline = rate && targets.some((t) => t.start === found.start) ? null : found
  const approval = findApproval(tokens, from, to, p.flat, leads.at(-1))
  return {
    coordinate: [
      ...findCoordination(tokens, from, to, p.flat),
      ...attributesIn(tokens, from, to)
        .filter((a) => a.role === 'partner')
        .flatMap((a) => piecesOf(bodiesOf(tokens, a, p.flat), p.flat, 'coordinate:attribute')),
    ]
      .filter((c) => !leadNames.has(c.text))
      .map(party),
    directs: leads.length > 0 ? findDirected(tokens, reading.predicate, to, p.flat).map(party) : [],
    reportTo: reports.to.map(party),
    reportVia: reports.via.map(party),
    deadline: deadline && {
      value: deadline.deadline,
      span: spanIn(p, base + deadline.start, base + deadline.end),
      rule: deadline.rule,
      confidence: deadline.confidence,
    },
    targets: targets.map((t) => ({
      value: t.target,
      span: spanIn(p, base + t.start, base + t.end),
      rule: t.rule,
      confidence: t.confidence,
    })),
    approval: approval && {
      value: approval.approval,
      span: spanIn(p, approval.start, approval.end),
      rule: 'approval',
      confidence: 0.7,
    },
    softTime: softTimes(words),
  }
}

function softTimes(words: string): SoftTime[] {
  const seen = new Set<string>()
  const out: SoftTime[] = []
  urgency.lastIndex = 0
  for (let m = urgency.exec(words); m; m = urgency.exec(words)) {
    const key = m[0].toLowerCase()
    if (!seen.has(key)) out.push({ text: m[0], type: 'urgency' })
    seen.add(key)
  }
  return out
}
