import type { DirectiveState } from '../../domain/index.ts'

/** What a state of a document asks of the reader, in the kit's words. */
export const stateMeanings = {
  reading: 'doing',
  unreadable: 'late',
  draft: 'waiting',
  discarded: 'stopped',
  issued: 'done',
} as const satisfies Record<DirectiveState, string>
