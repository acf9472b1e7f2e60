import { CloseButton, Combobox, InputBase, useCombobox } from '@mantine/core'
import { type ReactNode, useState } from 'react'

import { useWords } from '../../words/index.ts'
import { words } from '../words.ts'
import { ChoiceList } from './ChoiceList.tsx'
import { type Choice, type ChoiceFetcher, useChoices } from './use-choices.ts'

export interface AsyncPickerProps {
  /** Keeps the answers of different pickers apart: "bodies", "units-of-binh-duong". */
  name: string
  label: ReactNode
  fetcher: ChoiceFetcher
  value: Choice | null
  onChange: (choice: Choice | null) => void
  error?: ReactNode
  description?: ReactNode
  placeholder?: string
  size?: 'xs' | 'sm' | 'md'
  disabled?: boolean
  required?: boolean
  icon?: ReactNode
}

/** One of many, found by typing. The chosen one stands in the field; typing replaces it, leaving puts it back. */
export function AsyncPicker({
  name,
  fetcher,
  value,
  onChange,
  icon,
  placeholder,
  ...field
}: AsyncPickerProps) {
  const say = useWords(words)
  const [text, setText] = useState<string>()
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setText(undefined)
    },
    onDropdownOpen: () => combobox.selectFirstOption(),
  })
  const found = useChoices(name, fetcher, text ?? '', combobox.dropdownOpened)

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(id) => {
        onChange(found.data?.find((choice) => choice.id === id) ?? null)
        combobox.closeDropdown()
      }}
    >
      <Combobox.Target>
        <InputBase
          {...field}
          placeholder={placeholder ?? say.picker.type}
          leftSection={icon}
          rightSection={
            value && !field.disabled ? (
              <CloseButton size="sm" aria-label={say.picker.clear} onClick={() => onChange(null)} />
            ) : (
              <Combobox.Chevron />
            )
          }
          rightSectionPointerEvents={value ? 'all' : 'none'}
          autoComplete="off"
          value={text ?? value?.label ?? ''}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
            combobox.updateSelectedOptionIndex('selected')
          }}
          onFocus={(event) => event.currentTarget.select()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <ChoiceList
        label={typeof field.label === 'string' ? field.label : name}
        found={found}
        chosen={value ? [value.id] : []}
      />
    </Combobox>
  )
}
