import { z } from 'zod'

/**
 * The depth of the tree is data, not code: three levels in 2021, two since 1/7/2025, and whatever a commune needs
 * below itself. Levels below the commune have no official code; theirs is invented under the commune's.
 */
export const UnitLevel = z.enum(['nation', 'province', 'district', 'commune', 'hamlet', 'block', 'address'])
export type UnitLevel = z.infer<typeof UnitLevel>

export const officialLevels: readonly UnitLevel[] = ['nation', 'province', 'district', 'commune']

const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/)
/** Code list and code: `vn-2021:25741`. */
export const UnitId = z.string().min(4).max(64)
const PlainDate = z.iso.date()

/** `validTo` is the last day on which the unit exists; null while it does. */
export const Unit = z.object({
  id: UnitId,
  codeList: z.string(),
  code: Code,
  level: UnitLevel,
  /** Phường, Xã, Thị trấn, Quận … as it is written before the name. */
  kind: z.string(),
  name: z.string(),
  parentId: UnitId.nullable(),
  path: z.string(),
  validFrom: PlainDate,
  validTo: PlainDate.nullable(),
  population: z.int().nullable(),
  households: z.int().nullable(),
  populationSource: z.string().nullable(),
  areaKm2: z.number().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
  /** True when the point was set between neighbours because no survey gives one. */
  centroidEstimated: z.boolean(),
})
export type Unit = z.infer<typeof Unit>

export const UnitSummary = Unit.pick({
  id: true,
  code: true,
  level: true,
  kind: true,
  name: true,
  path: true,
})
export type UnitSummary = z.infer<typeof UnitSummary>

/** One found unit, with the names above it so that two communes of one name can be told apart. */
export const FoundUnit = UnitSummary.extend({ within: z.array(z.string()) })
export type FoundUnit = z.infer<typeof FoundUnit>

/** `full`: the whole old unit went into the new one. `partial`: a part of it did, the rest went elsewhere. */
export const UnitSuccessor = z.object({ fromId: UnitId, toId: UnitId, extent: z.enum(['full', 'partial']) })
export type UnitSuccessor = z.infer<typeof UnitSuccessor>

/** GET /api/units: a search, the children of one unit, or both; always in one code list or on one day. */
export const ListUnits = z.strictObject({
  search: z.string().trim().max(100).optional(),
  parent: UnitId.optional(),
  within: UnitId.optional(),
  level: UnitLevel.optional(),
  codeList: z.string().max(20).optional(),
  at: PlainDate.optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
export type ListUnits = z.infer<typeof ListUnits>

export const UnitPage = z.object({ rows: z.array(FoundUnit), total: z.int() })
export type UnitPage = z.infer<typeof UnitPage>

/** The body of POST /api/units: a hamlet, block or address point under a commune. */
export const AddSubUnit = z.strictObject({
  parentId: UnitId,
  code: Code,
  level: z.enum(['hamlet', 'block', 'address']),
  kind: z.string().trim().min(1).max(40),
  name: z.string().trim().min(1).max(120),
  validFrom: PlainDate,
  lat: z.number().min(-90).max(90).nullable().default(null),
  lon: z.number().min(-180).max(180).nullable().default(null),
})
export type AddSubUnit = z.infer<typeof AddSubUnit>

/** GET /api/units/:id */
export const UnitDetail = z.object({
  unit: Unit,
  ancestors: z.array(UnitSummary),
  children: z.array(UnitSummary.extend({ population: z.int().nullable() })),
  /** What became of it, and what it was made of; both may be several, and partial. */
  successors: z.array(UnitSummary.extend({ extent: UnitSuccessor.shape.extent })),
  predecessors: z.array(UnitSummary.extend({ extent: UnitSuccessor.shape.extent })),
})
export type UnitDetail = z.infer<typeof UnitDetail>

/** What every import answers: written whole or not at all. `errors` holds the first faults, `errorCount` counts all. */
export const ImportReport = z.object({
  ok: z.boolean(),
  read: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  errorCount: z.int(),
  errors: z.array(z.object({ line: z.int(), column: z.string(), found: z.string(), expected: z.string() })),
})
export type ImportReport = z.infer<typeof ImportReport>

const CodeAndName = z.object({ code: z.string(), name: z.string() })
export const BoundaryReport = ImportReport.extend({
  unknownCodes: z.array(CodeAndName),
  withoutBoundary: z.array(CodeAndName),
  otherNames: z.array(CodeAndName.extend({ nameInFile: z.string() })),
})
export type BoundaryReport = z.infer<typeof BoundaryReport>
