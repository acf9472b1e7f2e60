/** The pages of the health network. Each is its own script file, fetched when it is opened. */
export const healthNetworkPages = {
  network: () => import('./NetworkPage.tsx').then((m) => m.NetworkPage),
  form: () => import('./RecordFormPage.tsx').then((m) => m.RecordFormPage),
  import: () => import('./ImportPage.tsx').then((m) => m.ImportPage),
  record: () => import('./RecordPage.tsx').then((m) => m.RecordPage),
  own: () => import('./OwnGroupsPage.tsx').then((m) => m.OwnGroupsPage),
}

export { pageNames as healthNetworkPageNames } from './page-names.ts'
