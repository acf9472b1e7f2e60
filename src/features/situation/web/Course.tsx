import styles from './situation.module.css'

interface CourseProps {
  /** Oldest first; the value holds until the next point. */
  points: readonly { day: string; value: number }[]
  goal: number
  today: string
  byDay: string | null
  label: string
}

const width = 200
const height = 48
const days = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** A target's course as steps, the goal as a line, and from today the way that is needed. The numbers stand beside it. */
export function Course({ points, goal, today, byDay, label }: CourseProps) {
  const first = points[0]
  if (!first) return null
  const last = points.at(-1) ?? first
  const from = days(first.day)
  const to = Math.max(days(today), byDay ? days(byDay) : 0, from + 1)
  const top = Math.max(goal, ...points.map((point) => point.value), 1)
  const x = (day: string) => ((days(day) - from) / (to - from)) * width
  const y = (value: number) => height - 2 - (value / top) * (height - 6)
  const steps = points
    .map(({ day, value }, i) => (i === 0 ? `M${x(day)},${y(value)}` : `H${x(day)}V${y(value)}`))
    .join('')
  return (
    <svg
      className={styles.course}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line className={styles.goal} x1={0} x2={width} y1={y(goal)} y2={y(goal)} />
      <path className={styles.steps} d={`${steps}H${x(today)}`} />
      {byDay && byDay > today && last.value < goal && (
        <line className={styles.way} x1={x(today)} y1={y(last.value)} x2={x(byDay)} y2={y(goal)} />
      )}
    </svg>
  )
}
