import { z } from 'zod'

import {
  BodyLabel,
  Deadline,
  Directive,
  DirectiveSummary,
  DocumentContent,
  Edited,
  Evidence,
  Party,
  ReadingProgress,
  Target,
  Task,
  TaskContent,
} from '../domain/index.ts'

/** Names under which docs/api.json describes these shapes once, instead of spelling them out at every route. */
const names = {
  BodyLabel,
  Deadline,
  Directive,
  DirectiveSummary,
  DocumentContent,
  Edited,
  Evidence,
  Party,
  ReadingProgress,
  Target,
  Task,
  TaskContent,
}

export function nameShapes(): void {
  for (const [id, shape] of Object.entries(names)) {
    if (!z.globalRegistry.has(shape)) z.globalRegistry.add(shape, { id })
  }
}
