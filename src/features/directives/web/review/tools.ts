import { createContext, use } from 'react'

import type { BodyLabel, Directive, Task } from '../../domain/index.ts'
import type { EditAction } from '../model/actions.ts'
import type { TypedWords } from '../model/typed.ts'
import type { Mover } from './review-state.ts'

/**
 * What every part of the review may do. The object is the same for as long as the page is open: parts that hold it
 * are not drawn again because something else changed.
 */
export interface ReviewTools {
  readOnly: boolean
  typed: TypedWords
  directive: () => Directive
  task: (id: string) => Task | undefined
  /** Its number in the register as it stands, from 1. */
  numberOf: (taskId: string) => number | undefined
  labelOf: (bodyId: string) => BodyLabel | undefined
  /** Makes a body's name known before the server tells it. */
  learnBody: (label: BodyLabel) => void
  /** Answers the edit's origin, by which it can be taken back. */
  act: (action: EditAction) => string | undefined
  /** Ends a dispute with the fields kept as mine (none: theirs stand), or gives a refused edit up. */
  settle: (editId: string, kept: readonly string[]) => void
  giveUp: (editId: string) => void
  /** Moves the attention; the other side scrolls after it. */
  go: (taskId: string, field: string | null, by: Mover) => void
  accept: (taskId: string, field: string | null) => void
  edit: (taskId: string, field: string) => void
  drop: (taskId: string) => void
  joinNext: (taskId: string) => void
  startSplit: (taskId: string) => void
  split: (taskId: string, at: number) => void
  addSelection: () => void
  undo: () => void
  walk: (step: 1 | -1) => void
  move: (step: 1 | -1) => void
}

export const ToolsContext = createContext<ReviewTools | null>(null)

export function useTools(): ReviewTools {
  const tools = use(ToolsContext)
  if (!tools) throw new Error('the review parts need a ToolsContext above them')
  return tools
}
