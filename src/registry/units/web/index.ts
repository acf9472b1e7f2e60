/** The pages of administrative units. Each is its own script file, fetched when it is opened. */
export const unitPages = {
  /** `/don-vi` (the office's own province) and `/don-vi/$id`. */
  unit: () => import('./UnitPage.tsx').then((m) => m.UnitPage),
}

export { ImportPanel } from './ImportPanel.tsx'
export { pageNames as unitPageNames } from './page-names.ts'
export { unitChoices } from './queries.ts'
