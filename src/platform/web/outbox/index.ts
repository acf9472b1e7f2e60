export type { Line } from './entry.ts'
export { type FieldWrite, type Pending, useFieldWrite, usePending } from './use-field-write.ts'
