/** Fetched when a page of the registry is opened: nothing here is in the first script. */
export { ImportPanel } from './ImportPanel.tsx'
export { unitChoices, unitQueries } from './queries.ts'
/** `/don-vi` (the office's own province) and `/don-vi/$id`. */
export { UnitPage } from './UnitPage.tsx'
