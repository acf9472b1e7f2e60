import { type ComponentType, useEffect, useState } from 'react'

import { ApiProblem, useProblemText } from '../api/index.ts'
import { notify } from '../notices/index.ts'

/**
 * A part that nobody needs before they ask for it (`wanted`): a script of its own, fetched then, and kept from then on so
 * that it may close by itself. While it cannot be fetched nothing is drawn, the page says so, and asking again tries
 * again. `load` must be defined outside of components.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  return function LaterPart({ wanted, ...props }: P & { wanted: boolean }) {
    const [Part, setPart] = useState<ComponentType<P>>()
    const problem = useProblemText()
    useEffect(() => {
      if (!wanted || Part) return
      let left = false
      load().then(
        (loaded) => !left && setPart(() => loaded),
        (cause: unknown) =>
          !left &&
          notify({ tone: 'failed', text: problem(new ApiProblem('page.not-loaded', 0, String(cause))) }),
      )
      return () => {
        left = true
      }
    }, [wanted, Part, problem])
    return Part ? <Part {...(props as unknown as P)} /> : null
  }
}
