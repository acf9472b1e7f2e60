import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

import type { Directive, Pulse } from '../../domain/index.ts'
import { directiveQueries, key } from '../queries.ts'

const everyReview = 5_000
const everyReading = 1_000

/**
 * Listens for what others do to the document (and, while it is read, how far the reading is) and fetches it again
 * when it moved on. Answers who else is at work.
 */
export function usePulse(directive: Pick<Directive, 'id' | 'state' | 'revision'>): Pulse['editors'] {
  const queries = useQueryClient()
  const { id, state, revision } = directive
  const lively = state === 'draft' || state === 'reading'
  const { data } = useQuery({
    ...directiveQueries.pulse(id, state === 'reading' ? everyReading : everyReview),
    enabled: lively,
  })
  const moved = data !== undefined && (data.state !== state || data.revision > revision)

  useEffect(() => {
    if (moved) void queries.invalidateQueries({ queryKey: key.directive(id) })
  }, [moved, data?.revision, id, queries])

  return lively ? (data?.editors ?? nobody) : nobody
}

const nobody: Pulse['editors'] = []
