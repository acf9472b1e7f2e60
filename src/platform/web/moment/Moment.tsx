import { useQuery } from '@tanstack/react-query'

import { today, useNow } from '../clock.ts'
import { sessionQueries } from '../session/queries.ts'
import { defineWords, formatMoment, useWords } from '../words/index.ts'
import { exerciseMoment } from './exercise-moment.ts'

const words = defineWords({
  vi: { real: (at: string) => `Giờ thật: ${at}` },
  en: { real: (at: string) => `Real time: ${at}` },
})

/** Tells an instant on the calendar the page stands on: the wall's, or in an exercise the exercise's. */
export function useExerciseMoment(): (at: string) => string {
  const system = useQuery(sessionQueries.system()).data
  const real = today(useNow())
  return (at) => (system?.exercise ? exerciseMoment(at, real, system.today) : at)
}

/** When something was done: "14:05 16/09/2021". In an exercise the true moment is told on hovering. */
export function Moment({ at }: { at: string }) {
  const say = useWords(words)
  const shown = useExerciseMoment()(at)
  return (
    <time dateTime={at} {...(shown !== at && { title: say.real(formatMoment(at)) })}>
      {formatMoment(shown)}
    </time>
  )
}
