/** The pages of the Command. Each is its own script file, fetched when it is opened. */
export const commandPages = {
  desk: () => import('./incidents/DeskPage.tsx').then((m) => m.DeskPage),
  incident: () => import('./incidents/IncidentPage.tsx').then((m) => m.IncidentPage),
  report: () => import('./incidents/ReportPage.tsx').then((m) => m.ReportPage),
  roster: () => import('./roster/RosterPage.tsx').then((m) => m.RosterPage),
  logbook: () => import('./roster/LogbookPage.tsx').then((m) => m.LogbookPage),
  committees: () => import('./committees/CommitteeListPage.tsx').then((m) => m.CommitteeListPage),
  committee: () => import('./committees/CommitteePage.tsx').then((m) => m.CommitteePage),
}

export { pageNames as commandPageNames } from './page-names.ts'

/** The duty feed of whoever is signed in – made, shown once, revoked – for a page of settings of another feature. */
export const dutyCalendarPanel = () => import('./roster/CalendarPanel.tsx').then((m) => m.CalendarPanel)
