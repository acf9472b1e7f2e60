export { AsyncMultiPicker, type AsyncMultiPickerProps } from './AsyncMultiPicker.tsx'
export { AsyncPicker, type AsyncPickerProps } from './AsyncPicker.tsx'
export { BodiesPicker, BodyPicker, UnitPicker, UnitsPicker } from './presets.tsx'
export type { Choice, ChoiceFetcher } from './use-choices.ts'
