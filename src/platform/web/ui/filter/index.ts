export { type ChoiceFilter, FilterBar } from './FilterBar.tsx'
export { SearchBox } from './SearchBox.tsx'
