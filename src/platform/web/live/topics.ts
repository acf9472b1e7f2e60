/** What the server announces (platform/server/live.ts holds the same list). */
export type LiveTopic = 'incidents' | 'duty' | 'tasks' | 'indicators' | 'health-network' | 'notices'
