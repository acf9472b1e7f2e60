/** Acts for exercises and the demo, which do in a person's name what the routes do. */
export { addMember, addWork } from './committees/actions.ts'
export { reportIncident } from './incidents/report.ts'
export * as incidentMoves from './incidents/moves.ts'
export { addShift } from './roster/plan.ts'
export { writeHandover } from './roster/handovers.ts'
