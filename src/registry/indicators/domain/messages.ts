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

/** GET /api/indicators/:key. `within`: the figure's units may be listed, since the office covers the unit. */
export const IndicatorView = z.object({
  indicator: Indicator,
  atLeast: z.number(),
  unit: UnitName,
  above: z.array(UnitName),
  figure: Figure,
  within: z.boolean(),
})
export type IndicatorView = z.infer<typeof IndicatorView>

export const AskSeries = AskFigure.omit({ on: true }).extend({ from: Day, to: Day })
export type AskSeries = z.infer<typeof AskSeries>

/** Values on the first day and on each day on which they change; in between they stand. */
export const SeriesPoint = z.object({ day: Day, numerator: z.number(), denominator: z.number() })
export type SeriesPoint = z.infer<typeof SeriesPoint>
export const Series = z.object({ from: Day, to: Day, points: z.array(SeriesPoint) })
