import type { Phrase } from '#platform/web/words/index.ts'

export const pageNames = {
  desk: { vi: 'Trực ban', en: 'Duty desk' },
  incident: { vi: 'Sự vụ', en: 'Incident' },
  report: { vi: 'Báo tin', en: 'Report' },
  roster: { vi: 'Lịch trực', en: 'Roster' },
  logbook: { vi: 'Sổ trực', en: 'Log book' },
  committees: { vi: 'Ban Chỉ đạo các cấp', en: 'Committees' },
  committee: { vi: 'Ban Chỉ đạo', en: 'Committee' },
} satisfies Record<string, Phrase>
