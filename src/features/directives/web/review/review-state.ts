import { createContext, use, useSyncExternalStore } from 'react'

import type { Span } from '../../domain/index.ts'
import type { Place, SeenPlaces } from '../model/walk.ts'

/** Which side moved the attention: the other one scrolls after it. */
export type Mover = 'text' | 'register' | 'keys'

export interface ReviewState {
  /** Where the officer is: a task (or the document itself) and perhaps a field in it. */
  active: Place | null
  movedBy: Mover
  /** What the pointer rests on. */
  pointed: Place | null
  /** The field whose editor is open. */
  editing: Place | null
  /** The task that is being cut in two. */
  splitting: string | null
  /** Words selected in the text. */
  selection: Span | null
  /** Uncertain places already looked at, in tasks that have others left. */
  seen: SeenPlaces
  /** The side a phone shows. */
  side: 'text' | 'register'
}

const atFirst: ReviewState = {
  active: null,
  movedBy: 'keys',
  pointed: null,
  editing: null,
  splitting: null,
  selection: null,
  seen: new Set(),
  side: 'text',
}

export type ReviewStore = ReturnType<typeof createReviewStore>

/**
 * Attention moves with every move of the pointer; it lives outside React's tree so that only the words and the card
 * concerned are drawn again.
 */
export function createReviewStore(given: Partial<ReviewState> = {}) {
  let state: ReviewState = { ...atFirst, ...given }
  const listeners = new Set<() => void>()
  return {
    state: () => state,
    set: (change: Partial<ReviewState>) => {
      const keys = Object.keys(change) as Array<keyof ReviewState>
      if (keys.every((key) => equal(state[key], change[key]))) return
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (!isPlace(a) || !isPlace(b)) return false
  return a.taskId === b.taskId && a.field === b.field
}

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && 'taskId' in value

export const ReviewStoreContext = createContext<ReviewStore | null>(null)

export function useReviewStore(): ReviewStore {
  const store = use(ReviewStoreContext)
  if (!store) throw new Error('the review parts need a ReviewStoreContext above them')
  return store
}

/** The selected value must be a primitive or an object kept in the state, else every move draws the component. */
export function useReview<T>(select: (state: ReviewState) => T): T {
  const store = useReviewStore()
  return useSyncExternalStore(store.subscribe, () => select(store.state()))
}
