export { DraftNote } from './DraftNote.tsx'
export { wipeDrafts } from './draft-store.ts'
export { useDraft } from './use-draft.ts'
