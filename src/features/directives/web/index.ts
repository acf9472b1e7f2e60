import type { Finder } from '#platform/web/shell/index.ts'

/** The pages of documents and tasks. Each is its own script file, fetched when it is opened. */
export const directivePages = {
  home: () => import('./inbox/HomePage.tsx').then((m) => m.HomePage),
  documents: () => import('./list/DocumentsPage.tsx').then((m) => m.DocumentsPage),
  review: () => import('./review/ReviewPage.tsx').then((m) => m.ReviewPage),
  inbox: () => import('./inbox/InboxPage.tsx').then((m) => m.InboxPage),
  followUp: () => import('./board/FollowUpPage.tsx').then((m) => m.FollowUpPage),
  search: () => import('./search/SearchPage.tsx').then((m) => m.SearchPage),
  calendars: () => import('./calendar/CalendarsPage.tsx').then((m) => m.CalendarsPage),
  task: () => import('./inbox/TaskPage.tsx').then((m) => m.TaskPage),
}

export { pageNames as directivePageNames } from './page-names.ts'

/** What Ctrl+K finds of documents and tasks; fetched when something is first typed there. */
export const findDirectives: Finder = (text, ask) => import('./search/find.ts').then((m) => m.find(text, ask))
