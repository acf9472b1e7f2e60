import { z } from 'zod'

import { UnitId } from '#registry/units/domain/index.ts'

/** What a body is, independent of its name: collective names ("các sở, ban, ngành") are sets of kinds. */
export const BodyKind = z.enum([
  'party-committee',
  'party-agency',
  'party-group',
  'party-branch-committee',
  'people-council',
  'people-committee',
  'committee-office',
  'steering-committee',
  'command-centre',
  'department',
  'inspectorate',
  'zone-board',
  'division',
  'service-unit',
  'police',
  'military',
  'border-guard',
  'front',
  'mass-organisation',
  'association',
  'court',
  'procuracy',
  'vertical-agency',
  'cdc',
  'hospital',
  'health-centre',
  'health-station',
  'community-team',
  'school',
  'media',
  'enterprise',
  'government',
  'ministry',
  'government-agency',
  'national-office',
])
export type BodyKind = z.infer<typeof BodyKind>

export const BodySector = z.enum([
  'party',
  'state',
  'command',
  'armed',
  'front',
  'justice',
  'health',
  'education',
  'economy',
  'society',
  'media',
  'enterprise',
])
export type BodySector = z.infer<typeof BodySector>

const PlainDate = z.iso.date()
export const BodyCode = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}@[a-z0-9-]{1,40}$/)

/** `validTo` is the last day on which the body exists; null while it does. */
export const Body = z.object({
  id: z.uuid(),
  /** Stable and readable: so-y-te@74 (2021), so-y-te@79-2025. */
  code: BodyCode,
  name: z.string(),
  shortName: z.string(),
  kind: BodyKind,
  sector: BodySector,
  unitId: UnitId,
  unitPath: z.string(),
  parentBodyId: z.uuid().nullable(),
  validFrom: PlainDate,
  validTo: PlainDate.nullable(),
  version: z.int(),
})
export type Body = z.infer<typeof Body>

/** `verified` is false when the succession is known of but its instrument was not read. */
export const BodySuccessor = z.object({
  fromId: z.uuid(),
  toId: z.uuid(),
  since: PlainDate,
  instrument: z.string(),
  note: z.string().nullable(),
  verified: z.boolean(),
})
export type BodySuccessor = z.infer<typeof BodySuccessor>

export const FoundBody = Body.pick({
  id: true,
  code: true,
  name: true,
  shortName: true,
  kind: true,
  sector: true,
  unitId: true,
  unitPath: true,
}).extend({
  unitName: z.string(),
})
export type FoundBody = z.infer<typeof FoundBody>

/** GET /api/bodies: what the picker asks. `unit` takes in everything below it. */
export const ListBodies = z.strictObject({
  search: z.string().trim().max(120).optional(),
  unit: UnitId.optional(),
  /** Only bodies of that very unit, not of the units below it. */
  exactUnit: z.stringbool().optional(),
  kind: BodyKind.optional(),
  sector: BodySector.optional(),
  at: PlainDate.optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(30),
})
export type ListBodies = z.infer<typeof ListBodies>

export const BodyPage = z.object({ rows: z.array(FoundBody), total: z.int() })
export type BodyPage = z.infer<typeof BodyPage>

/** The body of POST /api/bodies/:id/name: the name changes, the code and the history do not. */
export const RenameBody = z.strictObject({
  version: z.int(),
  name: z.string().trim().min(2).max(200),
  shortName: z.string().trim().min(2).max(120),
})
export type RenameBody = z.infer<typeof RenameBody>

export const AddAlias = z.strictObject({ alias: z.string().trim().min(2).max(200) })
export type AddAlias = z.infer<typeof AddAlias>

/** The body of POST /api/bodies/resolve: names as they stand in a document. */
export const ResolveNames = z.strictObject({
  names: z.array(z.string().trim().min(1).max(600)).min(1).max(300),
  /** The province the document speaks in; its own bodies are meant first. */
  provinceUnitId: UnitId,
  /** The unit of the issuer when it is a district or commune. */
  unitId: UnitId.optional(),
  at: PlainDate.optional(),
})
export type ResolveNames = z.infer<typeof ResolveNames>

export const Resolution = z.object({
  bodyIds: z.array(z.uuid()),
  how: z.enum(['exact', 'alias', 'collective', 'successor', 'fuzzy', 'none']),
  /** From 0 to 1; below 0.75 a person should look. */
  confidence: z.number().min(0).max(1),
  candidates: z.array(z.object({ bodyId: z.uuid(), name: z.string(), score: z.number() })),
  /** Why nothing, or not everything, was found. */
  reason: z
    .enum([
      'as-above',
      'archive',
      'persons',
      'attendees',
      'unknown',
      'ambiguous',
      'partly-unknown',
      'not-a-body',
    ])
    .nullable(),
  /** The pieces of a list that no body answers to. */
  unresolved: z.array(z.string()),
})
export type Resolution = z.infer<typeof Resolution>

export const Resolutions = z.object({ items: z.array(Resolution.extend({ name: z.string() })) })

/** GET /api/bodies/:id */
export const BodyDetail = z.object({
  body: FoundBody.extend({ validFrom: PlainDate, validTo: PlainDate.nullable(), version: z.int() }),
  parent: FoundBody.nullable(),
  children: z.array(FoundBody),
  aliases: z.array(z.string()),
  successors: z.array(SuccessorLink()),
  predecessors: z.array(SuccessorLink()),
})
export type BodyDetail = z.infer<typeof BodyDetail>

function SuccessorLink() {
  return FoundBody.extend({
    since: PlainDate,
    instrument: z.string(),
    note: z.string().nullable(),
    verified: z.boolean(),
  })
}
