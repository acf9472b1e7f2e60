export {
  type BoundaryImport,
  boundaryLimits,
  type BoundaryOptions,
  readBoundaries,
} from './boundary-import.ts'
export { type CodeList, codeListOn, codeLists, findCodeList } from './code-lists.ts'
export { type CsvTable, parseCsv, readTable, type RowError } from './csv.ts'
export { AreaGeometry, type Bounds, boundsOf, LineGeometry } from './geometry.ts'
export {
  AddSubUnit,
  BoundaryReport,
  FoundUnit,
  ImportReport,
  ListUnits,
  officialLevels,
  Unit,
  UnitDetail,
  UnitId,
  UnitLevel,
  UnitPage,
  UnitSuccessor,
  UnitSummary,
} from './model.ts'
export { expandUnitQuery, foldName, knownKinds, searchText, shortUnitName, splitUnitName } from './names.ts'
export { ancestorPaths, childPath, isWithin, levelOfPath, pathLabel, provincePath, rootPath } from './path.ts'
export { drawSchematic, type Schematic, type SchematicSite } from './schematic.ts'
export { indexSuccessors, type SuccessorIndex } from './successors.ts'
export { readSuccessors } from './successor-import.ts'
export { nationOf, readUnits } from './unit-import.ts'
export { mapOf, UnitMap, type UnitOnMap } from './unit-map.ts'
