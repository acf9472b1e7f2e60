import type { Content, Said } from './fields.ts'
import type { Kind } from './kinds.ts'

/**
 * What an instrument expects of a figure. Not reaching it is a remark beside the figure, never a refusal: in the worst
 * weeks of 2021 a station with one doctor and no cylinder was still a station.
 */
export interface Norm {
  readonly kind: Kind
  readonly field: string
  readonly min: number
  /** Null where more is only better. */
  readonly max: number | null
  /** Above `max` is a remark too; otherwise `max` is only what the instrument speaks of. */
  readonly ceiling: boolean
  readonly instrument: Said
  readonly validFrom: string
  readonly validTo: string | null
  /** False when no instrument was found that says so, or its text was not seen. The screen says it. */
  readonly verified: boolean
}

const mobileStation = {
  kind: 'mobile-station',
  instrument: { vi: 'Quyết định 4042/QĐ-BYT ngày 21/8/2021', en: 'Decision 4042/QĐ-BYT of 21 August 2021' },
  validFrom: '2021-08-21',
  validTo: null,
  verified: true,
} as const

export const norms: readonly Norm[] = [
  { ...mobileStation, field: 'doctors', min: 1, max: 2, ceiling: false },
  { ...mobileStation, field: 'staff', min: 5, max: 7, ceiling: false },
  { ...mobileStation, field: 'oxygen', min: 2, max: null, ceiling: false },
  { ...mobileStation, field: 'patients', min: 50, max: 100, ceiling: true },
  {
    // Practice of Bắc Giang in 2021; Hải Dương had 2–4 in 2020. No national instrument was found.
    kind: 'community-group',
    field: 'members',
    min: 3,
    max: 5,
    ceiling: false,
    instrument: { vi: 'cách làm của Bắc Giang, năm 2021', en: 'practice of Bắc Giang, 2021' },
    validFrom: '2021-05-01',
    validTo: null,
    verified: false,
  },
  {
    // What Hải Dương asked of its groups; elsewhere 40–50 households were usual.
    kind: 'community-group',
    field: 'households',
    min: 60,
    max: 70,
    ceiling: true,
    instrument: { vi: 'cách làm của Hải Dương, năm 2021', en: 'practice of Hải Dương, 2021' },
    validFrom: '2021-02-01',
    validTo: null,
    verified: false,
  },
  {
    kind: 'safety-group',
    field: 'members',
    min: 3,
    max: 5,
    ceiling: false,
    instrument: {
      vi: 'hướng dẫn của Viện Vệ sinh dịch tễ Trung ương, tháng 5/2021',
      en: 'guidance of the National Institute of Hygiene and Epidemiology, May 2021',
    },
    validFrom: '2021-05-01',
    validTo: null,
    verified: false,
  },
]

export interface Remark {
  readonly norm: Norm
  readonly value: number
  readonly short: boolean
}

export function normsOn(kind: Kind, day: string): readonly Norm[] {
  return norms.filter(
    (norm) => norm.kind === kind && norm.validFrom <= day && (norm.validTo === null || day <= norm.validTo),
  )
}

/** Figures that lie outside what the norms of the day expect. What is not known is not judged. */
export function remarksOf(kind: Kind, content: Content, day: string): Remark[] {
  return normsOn(kind, day).flatMap((norm): Remark[] => {
    const value = content[norm.field]
    if (typeof value !== 'number') return []
    if (value < norm.min) return [{ norm, value, short: true }]
    return norm.ceiling && norm.max !== null && value > norm.max ? [{ norm, value, short: false }] : []
  })
}
