import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'

import { newId } from '../chance.ts'
import { notify } from '../notices/index.ts'
import { useProblemText } from './problem-text.ts'
import { fieldIssues, StaleProblem } from './problem.ts'

interface Write<Input, Answer> {
  /** Sends the write; must pass `requestId` on to `api`. */
  send: (input: Input, requestId: string) => Promise<Answer>
  /** Queries that show what this write changes; they are read again when it is done. */
  refresh?: readonly QueryKey[]
  /** What to tell when it is done. */
  done?: (answer: Answer, input: Input) => string
  onDone?: (answer: Answer, input: Input) => void
  /** Called on a conflict instead of a notice: the page draws a ConflictCard. */
  onStale?: (problem: StaleProblem, input: Input) => void
}

/**
 * A write from a page. Pressing the button again after a failure sends the same request id as long as what is
 * sent is the same, so a write whose answer was lost is not done twice.
 */
export function useWrite<Input, Answer>(write: Write<Input, Answer>) {
  const queries = useQueryClient()
  const say = useProblemText()
  const pending = useRef<{ input: string; requestId: string }>(null)

  return useMutation<Answer, Error, Input>({
    mutationFn: (input) => {
      const text = JSON.stringify(input) ?? ''
      if (pending.current?.input !== text) pending.current = { input: text, requestId: newId() }
      return write.send(input, pending.current.requestId)
    },
    onSuccess: async (answer, input) => {
      pending.current = null
      if (write.done) notify({ tone: 'done', text: write.done(answer, input) })
      write.onDone?.(answer, input)
      await Promise.all((write.refresh ?? []).map((queryKey) => queries.invalidateQueries({ queryKey })))
    },
    onError: (error, input) => {
      if (error instanceof StaleProblem && write.onStale) write.onStale(error, input)
      // A refused field is shown at the field; everything else is told.
      else if (fieldIssues(error).length === 0) notify({ tone: 'failed', text: say(error) })
    },
  })
}
