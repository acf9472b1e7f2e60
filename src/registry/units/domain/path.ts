import type { CodeList } from './code-lists.ts'
import type { UnitLevel } from './model.ts'

/**
 * Where a unit stands, as an ltree path: `v2021.p74.d718.c25741`. Scopes, row-level policies and roll-ups compare
 * paths, so a label carries its level and the first label its code list.
 */
const prefixes: Record<UnitLevel, string> = {
  nation: '',
  province: 'p',
  district: 'd',
  commune: 'c',
  hamlet: 'h',
  block: 'b',
  address: 'a',
}

// PostgreSQL 15 allows only letters, digits and underscores in a label.
export function pathLabel(level: UnitLevel, code: string): string {
  return `${prefixes[level]}${code.replaceAll('-', '_')}`
}

export function childPath(parentPath: string, level: UnitLevel, code: string): string {
  return `${parentPath}.${pathLabel(level, code)}`
}

export function rootPath(list: Pick<CodeList, 'root'>): string {
  return list.root
}

/** A unit lies within itself. */
export function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}.`)
}

/** Paths of the units above, the nation first; without the unit itself. */
export function ancestorPaths(path: string): string[] {
  const labels = path.split('.')
  return labels.slice(1).map((_, i) => labels.slice(0, i + 1).join('.'))
}

/** The path of the province a unit lies in; undefined for the nation. */
export function provincePath(path: string): string | undefined {
  const labels = path.split('.')
  return labels[1]?.startsWith('p') ? `${labels[0]}.${labels[1]}` : undefined
}

export function levelOfPath(path: string): UnitLevel {
  const labels = path.split('.')
  if (labels.length === 1) return 'nation'
  const letter = (labels.at(-1) as string).charAt(0)
  const level = (Object.keys(prefixes) as UnitLevel[]).find((l) => prefixes[l] === letter)
  if (!level)
    throw new Error(`"${path}" is not a unit path: its last label should begin with one of p d c h b a`)
  return level
}
