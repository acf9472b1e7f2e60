export { type MapArea, type MapClass, type MapFill, MapView } from './MapView.tsx'
export { AreaShapes } from './shapes.ts'
