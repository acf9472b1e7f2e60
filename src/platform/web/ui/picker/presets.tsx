import { IconBuildingBank, IconMapPin } from '@tabler/icons-react'

import { useWords } from '../../words/index.ts'
import { words } from '../words.ts'
import { AsyncMultiPicker, type AsyncMultiPickerProps } from './AsyncMultiPicker.tsx'
import { AsyncPicker, type AsyncPickerProps } from './AsyncPicker.tsx'

type Optional<P extends { name: string; label: unknown }> = Omit<P, 'name' | 'label'> &
  Partial<Pick<P, 'name' | 'label'>>

const bodyIcon = <IconBuildingBank size={16} stroke={1.6} />
const unitIcon = <IconMapPin size={16} stroke={1.6} />

/** A body that can be given a task. */
export function BodyPicker(props: Optional<AsyncPickerProps>) {
  const say = useWords(words)
  return <AsyncPicker name="bodies" label={say.picker.body} icon={bodyIcon} {...props} />
}

export function BodiesPicker(props: Optional<AsyncMultiPickerProps>) {
  const say = useWords(words)
  return <AsyncMultiPicker name="bodies" label={say.picker.body} icon={bodyIcon} {...props} />
}

/** A unit of the administrative tree. */
export function UnitPicker(props: Optional<AsyncPickerProps>) {
  const say = useWords(words)
  return <AsyncPicker name="units" label={say.picker.unit} icon={unitIcon} {...props} />
}

export function UnitsPicker(props: Optional<AsyncMultiPickerProps>) {
  const say = useWords(words)
  return <AsyncMultiPicker name="units" label={say.picker.unit} icon={unitIcon} {...props} />
}
