import { z } from 'zod'

import {
  BoardRow,
  BodyLabel,
  Deadline,
  Directive,
  DirectiveSummary,
  DocumentContent,
  Edited,
  Evidence,
  FollowPart,
  LiveFigure,
  Party,
  ReadingProgress,
  RollUpRow,
  SupersessionLink,
  Target,
  TargetBinding,
  Task,
  TaskAssignment,
  TaskContent,
  TaskExtension,
  TaskReport,
} from '../domain/index.ts'

/** Names under which docs/api.json describes these shapes once, instead of spelling them out at every route. */
const names = {
  BoardRow,
  BodyLabel,
  Deadline,
  Directive,
  DirectiveSummary,
  DocumentContent,
  Edited,
  Evidence,
  FollowPart,
  LiveFigure,
  Party,
  ReadingProgress,
  RollUpRow,
  SupersessionLink,
  Target,
  TargetBinding,
  Task,
  TaskAssignment,
  TaskContent,
  TaskExtension,
  TaskReport,
}

export function nameShapes(): void {
  for (const [id, shape] of Object.entries(names)) {
    if (!z.globalRegistry.has(shape)) z.globalRegistry.add(shape, { id })
  }
}
