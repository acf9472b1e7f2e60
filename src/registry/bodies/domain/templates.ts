import type { UnitLevel } from '#registry/units/domain/index.ts'
import type { BodyKind, BodySector } from './model.ts'

/**
 * A body that every unit of a level has. Names are patterns:
 *   {unit}  tỉnh Bình Dương, thành phố Thủ Dầu Một, phường Phú Cường
 *   {ten}   Bình Dương, Thủ Dầu Một, Phú Cường
 *   {uy}    Tỉnh ủy, Thành ủy, Huyện ủy, Thị ủy, Quận ủy
 * Aliases without the unit are enough: the resolver reads "Sở Y tế", "Sở Y tế tỉnh" and "SYT tỉnh Bình Dương" alike.
 */
export interface BodyTemplate {
  readonly key: string
  readonly level: UnitLevel
  readonly name: string
  readonly short: string
  readonly kind: BodyKind
  readonly sector: BodySector
  /** Key of the body above it in the same unit, or `^key` in the unit above. */
  readonly parent?: string
  readonly aliases?: readonly string[]
  readonly from?: string
  /** Last day on which bodies of this kind existed. */
  readonly to?: string
  readonly where?: 'border-or-coast' | 'municipality' | 'not-municipality'
}

/** Columns of the tables below: key, kind, sector, short name (or names parted by "; ", the rest being aliases). */
type Row = readonly [key: string, kind: BodyKind, sector: BodySector, names: string, options?: RowOptions]
type RowOptions = Partial<Pick<BodyTemplate, 'name' | 'parent' | 'from' | 'to' | 'where'>>

/** The full name is the short one with its unit behind it, unless the row gives another. */
export function templates(level: UnitLevel, defaults: RowOptions, rows: readonly Row[]): BodyTemplate[] {
  return rows.map(([key, kind, sector, names, options]) => {
    const [short = '', ...aliases] = names.split('; ')
    return { key, level, kind, sector, short, aliases, name: `${short} {unit}`, ...defaults, ...options }
  })
}
