import { z } from 'zod'

const Day = z.iso.date()
const UnitId = z.string().min(4).max(64)
export const IndicatorKey = z.string().regex(/^[a-z][a-z0-9-]{1,59}$/)
const Said = z.object({ vi: z.string(), en: z.string() })

/** A definition as it leaves the server. */
export const Indicator = z.object({
  key: z.string(),
  title: Said,
  meaning: Said,
  noun: Said,
  level: z.literal('commune'),
  measure: z.enum(['units-reaching', 'sum', 'share']),
  atLeast: z.object({ default: z.number(), min: z.number(), max: z.number() }).nullable(),
  instrument: z.string().nullable(),
})
export type Indicator = z.infer<typeof Indicator>

/** Why the last attempt to compute failed, and since when; the figure beside it is the last one that succeeded. */
export const Failure = z.object({ message: z.string(), at: z.string() })

/**
 * The figure of one unit on one day. `computedAt` null: never computed so far, the numbers are 0 and mean nothing.
 * `waiting`: facts were recorded that are not in it yet.
 */
export const Figure = z.object({
  numerator: z.number(),
  denominator: z.number(),
  asOf: Day,
  computedAt: z.string().nullable(),
  waiting: z.boolean(),
  failure: Failure.nullable(),
})
export type Figure = z.infer<typeof Figure>

export const UnitName = z.object({
  id: z.string(),
  name: z.string(),
  level: z.string(),
  path: z.string(),
})
export type UnitName = z.infer<typeof UnitName>

/** Which figure: `unit` is the own unit and `on` today when they are left out. */
export const AskFigure = z.strictObject({
  unit: UnitId.optional(),
  on: Day.optional(),
  atLeast: z.coerce.number().int().min(0).max(1_000_000).optional(),
})
export type AskFigure = z.infer<typeof AskFigure>

export const AskIndicators = AskFigure.omit({ atLeast: true })
/** GET /api/indicators */
export const IndicatorList = z.object({
  unit: UnitName,
  on: Day,
  rows: z.array(Indicator.extend({ figure: Figure })),
})

/**
 * GET /api/indicators/:key. `within`: the figure's units may be listed, since the office covers the unit. `peers`: so may
 * those beside it, since the office covers the unit above.
 */
export const IndicatorView = z.object({
  indicator: Indicator,
  atLeast: z.number(),
  unit: UnitName,
  above: z.array(UnitName),
  figure: Figure,
  within: z.boolean(),
  peers: z.boolean(),
})
export type IndicatorView = z.infer<typeof IndicatorView>

export const AskSeries = AskFigure.omit({ on: true }).extend({ from: Day, to: Day })
export type AskSeries = z.infer<typeof AskSeries>

/** Values on the first day and on each day on which they change; in between they stand. */
export const SeriesPoint = z.object({ day: Day, numerator: z.number(), denominator: z.number() })
export type SeriesPoint = z.infer<typeof SeriesPoint>
export const Series = z.object({ from: Day, to: Day, points: z.array(SeriesPoint) })

/**
 * GET /api/indicators/:key/units: the units directly below, or the communes within (all of them, or those that fall
 * short). `below` is what the value must reach where the measure is a share or a sum; it is 1 when left out.
 */
const unitFilter = {
  show: z.enum(['children', 'communes', 'short']).default('short'),
  search: z.string().trim().max(100).optional(),
  below: z.coerce.number().min(0).optional(),
  sort: z.enum(['name', 'value', '-value']).default('name'),
}
export const ListUnitFigures = AskFigure.extend({
  ...unitFilter,
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})
export type ListUnitFigures = z.infer<typeof ListUnitFigures>
export const exportFormats = ['xlsx', 'csv'] as const
export const ExportUnitFigures = AskFigure.extend({ ...unitFilter, format: z.enum(exportFormats) })
export type ExportUnitFigures = z.infer<typeof ExportUnitFigures>

/** `within` is the name of the unit directly above. */
export const UnitFigure = UnitName.extend({
  within: z.string(),
  numerator: z.number(),
  denominator: z.number(),
})
export type UnitFigure = z.infer<typeof UnitFigure>
export const UnitFigurePage = z.object({ rows: z.array(UnitFigure), total: z.int() })

/** For a map: every commune within, or every province of the nation. */
export const UnitValue = z.object({ unitId: z.string(), numerator: z.number(), denominator: z.number() })
export type UnitValue = z.infer<typeof UnitValue>
export const UnitValues = z.object({ values: z.array(UnitValue) })

/** The records behind the figure of a commune on a day. */
export const FactRow = z.object({
  label: z.string(),
  note: z.string().nullable(),
  page: z.string().nullable(),
})
export type FactRow = z.infer<typeof FactRow>
export const FactRows = z.object({ rows: z.array(FactRow) })

/** POST /api/indicators/:key/thresholds; a plan begins today with today's value. */
export const SetThreshold = z.strictObject({
  id: z.uuid(),
  unitId: UnitId,
  atLeast: z.int().min(0).optional(),
  rule: z.enum(['below-value', 'below-plan']),
  goal: z.number().min(0).max(1e12),
  byDay: Day.nullable().default(null),
  note: z.string().trim().max(500).default(''),
})
export type SetThreshold = z.infer<typeof SetThreshold>

export const Threshold = z.object({
  id: z.uuid(),
  key: z.string(),
  atLeast: z.number(),
  unitId: z.string(),
  unitName: z.string(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  rule: SetThreshold.shape.rule,
  goal: z.number(),
  byDay: Day.nullable(),
  startDay: Day.nullable(),
  startAt: z.number().nullable(),
  note: z.string(),
  state: z.enum(['watching', 'ended']),
  short: z.boolean(),
  createdBy: z.string(),
  createdAt: z.string(),
  version: z.int(),
})
export type Threshold = z.infer<typeof Threshold>
export const Warning = z.object({
  thresholdId: z.uuid(),
  short: z.boolean(),
  onDay: Day,
  value: z.number().nullable(),
  wanted: z.number(),
  at: z.string(),
})
export type Warning = z.infer<typeof Warning>
/** Newest first, both. */
export const ThresholdList = z.object({ rows: z.array(Threshold), warnings: z.array(Warning) })
export const EndThreshold = z.strictObject({ version: z.int().min(1) })

/**
 * GET /api/indicators/series: the course of every usual figure of a unit, in columns: fifty of them over a year are 18,000
 * points. Values on the first day and on each day on which they change.
 */
export const AskBoard = AskIndicators.omit({ on: true }).extend({ from: Day, to: Day })
export const BoardSeries = z.object({
  key: z.string(),
  days: z.array(z.string()),
  numerators: z.array(z.number()),
  denominators: z.array(z.number()),
})
export type BoardSeries = z.infer<typeof BoardSeries>
export const Board = z.object({ from: Day, to: Day, rows: z.array(BoardSeries) })
