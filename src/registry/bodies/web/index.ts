/** Fetched when a page of the registry is opened: nothing here is in the first script. */
/** `/co-quan` */
export { BodyListPage } from './BodyListPage.tsx'
/** `/co-quan/$id` */
export { BodyPage } from './BodyPage.tsx'
export { bodyChoices } from './queries.ts'
