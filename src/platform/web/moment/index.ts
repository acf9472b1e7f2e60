export { Moment, useExerciseMoment } from './Moment.tsx'
