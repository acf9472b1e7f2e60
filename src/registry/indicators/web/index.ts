/** Fetched when a page of the registry is opened: nothing here is in the first script. */
export { type CurveGoal, IndicatorCurve } from './IndicatorCurve.tsx'
export { IndicatorFigure } from './IndicatorFigure.tsx'
/** `/chi-so` */
export { IndicatorListPage } from './IndicatorListPage.tsx'
/** `/chi-so/$key` */
export { IndicatorPage } from './IndicatorPage.tsx'
/** Where it is reached and where not, as a panel of any page. */
export { MapPanel as IndicatorMap } from './MapPanel.tsx'
export { indicatorKeys, indicatorQueries } from './queries.ts'
