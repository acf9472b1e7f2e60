export { atLeastOf, type IndicatorDefinition, type Said, shareOf, takes, valueOf } from './definition.ts'
export {
  AskFigure,
  AskIndicators,
  AskSeries,
  Failure,
  Figure,
  Indicator,
  IndicatorKey,
  IndicatorList,
  IndicatorView,
  Series,
  SeriesPoint,
  UnitName,
} from './messages.ts'
