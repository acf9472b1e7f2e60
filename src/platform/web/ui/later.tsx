import { type ComponentType, useEffect, useState } from 'react'

import { ApiProblem, useProblemText } from '../api/index.ts'
import { notify } from '../notices/index.ts'

const againMs = 3_000

/**
 * A part that nobody needs before they ask for it (`wanted`): a script of its own, fetched then, and kept from then on so
 * that it may close by itself. While it cannot be fetched nothing is drawn, the page says so, and asking again tries
 * again. `load` must be defined outside of components. `quietly` is for what nobody asked for: it says nothing, and tries
 * again by itself.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>, { quietly = false } = {}) {
  return function LaterPart({ wanted, ...props }: P & { wanted: boolean }) {
    const [Part, setPart] = useState<ComponentType<P>>()
    const [tries, setTries] = useState(0)
    const problem = useProblemText()
    useEffect(() => {
      if (!wanted || Part) return
      let again: ReturnType<typeof setTimeout> | undefined
      let left = false
      load().then(
        (loaded) => !left && setPart(() => loaded),
        (cause: unknown) => {
          if (left) return
          if (quietly) again = setTimeout(() => setTries(tries + 1), againMs)
          else notify({ tone: 'failed', text: problem(new ApiProblem('page.not-loaded', 0, String(cause))) })
        },
      )
      return () => {
        left = true
        clearTimeout(again)
      }
    }, [wanted, Part, problem, tries])
    return Part ? <Part {...(props as unknown as P)} /> : null
  }
}
