export type { LiveTopic } from './topics.ts'
export { useLive, useLiveState } from './use-live.ts'
