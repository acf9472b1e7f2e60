export { createAppRouter } from './create-app-router.tsx'
export { type PageEntry, type PageIcon, usePages } from './pages.ts'
export { type UrlPatch, useUrlState } from './use-url-state.ts'
