import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core'
import { useState } from 'react'

import { useWords } from '../../words/index.ts'
import { words } from '../words.ts'
import type { AsyncPickerProps } from './AsyncPicker.tsx'
import { ChoiceList } from './ChoiceList.tsx'
import { type Choice, useChoices } from './use-choices.ts'

export interface AsyncMultiPickerProps extends Omit<AsyncPickerProps, 'value' | 'onChange'> {
  value: readonly Choice[]
  onChange: (choices: readonly Choice[]) => void
}

/** Several of many, in the order in which they were chosen. Backspace in the empty field takes the last away. */
export function AsyncMultiPicker({
  name,
  fetcher,
  value,
  onChange,
  icon,
  placeholder,
  ...field
}: AsyncMultiPickerProps) {
  const say = useWords(words)
  const [text, setText] = useState('')
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const found = useChoices(name, fetcher, text, combobox.dropdownOpened)
  const without = (id: string) => value.filter((choice) => choice.id !== id)

  function toggle(id: string) {
    const choice = found.data?.find((other) => other.id === id)
    if (!choice) return
    onChange(value.some((other) => other.id === id) ? without(id) : [...value, choice])
    setText('')
  }

  return (
    <Combobox store={combobox} onOptionSubmit={toggle}>
      <Combobox.DropdownTarget>
        <PillsInput {...field} leftSection={icon} onClick={() => combobox.openDropdown()}>
          <Pill.Group>
            {value.map((choice) => (
              <Pill
                key={choice.id}
                withRemoveButton={!field.disabled}
                removeButtonProps={{
                  'aria-label': say.picker.remove(choice.label),
                  tabIndex: 0,
                  'aria-hidden': false,
                }}
                onRemove={() => onChange(without(choice.id))}
              >
                {choice.label}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                aria-label={typeof field.label === 'string' ? field.label : name}
                placeholder={value.length === 0 ? (placeholder ?? say.picker.type) : ''}
                value={text}
                autoComplete="off"
                onChange={(event) => {
                  setText(event.currentTarget.value)
                  combobox.openDropdown()
                  combobox.updateSelectedOptionIndex()
                }}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => {
                  combobox.closeDropdown()
                  setText('')
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1))
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <ChoiceList
        label={typeof field.label === 'string' ? field.label : name}
        found={found}
        chosen={value.map((choice) => choice.id)}
      />
    </Combobox>
  )
}
