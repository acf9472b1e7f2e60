export { readBodies } from './body-import.ts'
export { type BodyIndex, buildBodyIndex, type IndexedBody, type IndexedUnit } from './body-index.ts'
export type { ResolveContext } from './find.ts'
export {
  AddAlias,
  Body,
  BodyCode,
  BodyDetail,
  BodyKind,
  BodyPage,
  BodySector,
  BodySuccessor,
  FoundBody,
  ListBodies,
  RenameBody,
  Resolution,
  Resolutions,
  ResolveNames,
} from './model.ts'
export { normaliseBody } from './normalise.ts'
export { resolveBodies } from './resolve.ts'
export {
  bodyCode,
  type BodyDraft,
  keyOfCode,
  standardBodies,
  standardSuccessors,
  type UnitOfBodies,
} from './standard-bodies.ts'
export { bodySearchText, bodySearchWords } from './search.ts'
