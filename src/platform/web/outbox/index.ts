export type { Line } from './entry.ts'
export type { FieldFile } from './files.ts'
export { fileKind, type FieldWrite, type Pending, useFieldWrite, usePending } from './use-field-write.ts'
