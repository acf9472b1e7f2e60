/** What others may ask of the situation: its shape, and how much is needed a day. */
export { goalCount, pace, type Pace } from './pace.ts'
export { MeasuredTarget, Movement, Situation } from './situation.ts'
