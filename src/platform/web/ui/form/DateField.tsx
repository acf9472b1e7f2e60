import '@mantine/dates/styles.layer.css'

import { DateInput, type DateInputProps } from '@mantine/dates'

import { useLanguage, useWords } from '../../words/index.ts'
import { words } from '../words.ts'
import { parseDay } from './parse-day.ts'

interface DateFieldProps extends Pick<
  DateInputProps,
  'label' | 'description' | 'error' | 'size' | 'disabled' | 'required'
> {
  /** `YYYY-MM-DD` */
  value: string | null
  onChange: (day: string | null) => void
  min?: string
  max?: string
}

/** A day: typed as 15/9/2021, 15-9-21 or chosen from a calendar whose week begins on Monday. */
export function DateField({ value, onChange, min, max, ...field }: DateFieldProps) {
  const { language } = useLanguage()
  const say = useWords(words)
  return (
    <DateInput
      {...field}
      value={value}
      onChange={(day) => onChange(day)}
      dateParser={(text) => parseDay(text)}
      valueFormat="DD/MM/YYYY"
      placeholder={language === 'vi' ? 'ngày/tháng/năm' : 'day/month/year'}
      locale={language}
      firstDayOfWeek={1}
      clearable={!field.required}
      clearButtonProps={{ 'aria-label': say.picker.clear, tabIndex: 0 }}
      {...(min && { minDate: min })}
      {...(max && { maxDate: max })}
    />
  )
}
