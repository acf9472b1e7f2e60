import type { Meaning } from '#platform/web/ui/index.ts'
import type { IncidentState } from '../../domain/index.ts'

export const stateMeanings: Record<IncidentState, Meaning> = {
  new: 'plain',
  triaged: 'waiting',
  assigned: 'doing',
  escalated: 'soon',
  resolved: 'done',
  merged: 'stopped',
}
