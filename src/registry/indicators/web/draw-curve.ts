import * as Plot from '@observablehq/plot'

import type { CurvePoint } from './curve-lines.ts'

export interface Drawing {
  width: number
  height: number
  from: string
  to: string
  today: string
  actual: readonly CurvePoint[]
  plan: readonly CurvePoint[]
  needed: readonly CurvePoint[]
  goal: number | null
  /** What all of them would be: where counting has an end, the drawing shows it. */
  whole: number | null
  percent: boolean
  language: 'vi' | 'en'
}

/** The chart library (about 90 KB compressed) comes with this module, when the first curve is shown. */
export function drawCurve(given: Drawing): SVGElement | HTMLElement {
  const at = (day: string) => new Date(`${day}T00:00:00Z`)
  const x = (point: CurvePoint) => at(point.day)
  const values = [...given.actual, ...given.plan, ...given.needed].map((point) => point.value)
  const top = Math.max(1, given.goal ?? 0, given.whole ?? 0, ...values)
  const line = (points: readonly CurvePoint[], more: Plot.LineOptions) =>
    points.length > 1 ? [Plot.line(points, { x, y: 'value', ...more })] : []
  const drawn = Plot.plot({
    width: given.width,
    height: given.height,
    marginLeft: 44,
    marginRight: 16,
    marginTop: 16,
    marginBottom: 28,
    style: { background: 'transparent', color: 'var(--ink-soft)', fontSize: '12px', fontFamily: 'inherit' },
    x: {
      type: 'utc',
      domain: [at(given.from), at(given.to)],
      ticks: Math.max(2, Math.floor(given.width / 110)),
      tickFormat: (day: Date) => `${day.getUTCDate()}/${day.getUTCMonth() + 1}`,
      label: null,
    },
    y: {
      domain: [0, top * 1.06],
      grid: true,
      ticks: !given.percent && top <= 5 ? Array.from({ length: Math.ceil(top) + 1 }, (_, n) => n) : 5,
      tickFormat: (value: number) =>
        `${value.toLocaleString(given.language === 'vi' ? 'vi-VN' : 'en-GB')}${given.percent ? '%' : ''}`,
      label: null,
    },
    marks: [
      ...(given.today >= given.from && given.today <= given.to
        ? [Plot.ruleX([at(given.today)], { stroke: 'var(--line-strong)', strokeDasharray: '1 3' })]
        : []),
      ...(given.goal === null
        ? []
        : [Plot.ruleY([given.goal], { stroke: 'var(--done)', strokeWidth: 1.5, strokeDasharray: '8 3' })]),
      ...line(given.plan, { stroke: 'var(--ink-soft)', strokeWidth: 1.5, strokeDasharray: '5 4' }),
      ...line(given.needed, { stroke: 'var(--soon)', strokeWidth: 2, strokeDasharray: '2 4' }),
      ...(given.actual.length > 1
        ? [
            Plot.areaY(given.actual, {
              x,
              y: 'value',
              curve: 'step-after',
              fill: 'var(--accent)',
              fillOpacity: 0.1,
            }),
            Plot.line(given.actual, {
              x,
              y: 'value',
              curve: 'step-after',
              stroke: 'var(--accent)',
              strokeWidth: 2.25,
            }),
          ]
        : []),
      Plot.dot(given.actual.slice(-1), { x, y: 'value', r: 4, fill: 'var(--accent)' }),
    ],
  })
  // The frame carries the description; the parts say nothing by themselves.
  drawn.setAttribute('aria-hidden', 'true')
  return drawn
}
