import { CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'

import { useShortcuts } from '../../shortcuts/shortcuts.tsx'
import { Kbd } from '../Kbd.tsx'
import { useWords } from '../../words/index.ts'
import { words } from '../words.ts'

interface SearchBoxProps {
  /** What is being searched, also the placeholder: "Tìm số, trích yếu, cơ quan". */
  label: string
  value: string
  onChange: (text: string) => void
  /** How long typing must rest before the search goes out. */
  restMs?: number
}

/** A search that waits until typing rests. "/" focuses it, Escape empties it. */
export function SearchBox({ label, value, onChange, restMs = 300 }: SearchBoxProps) {
  const say = useWords(words)
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value)
  const [told, setTold] = useState(value)

  // The address changed from outside (back, a saved view): what stands in the field follows it.
  if (value !== told) {
    setTold(value)
    setText(value)
  }

  useEffect(() => {
    if (text === told) return
    const timer = setTimeout(() => {
      setTold(text)
      onChange(text)
    }, restMs)
    return () => clearTimeout(timer)
  }, [text, told, onChange, restMs])

  useShortcuts(say.search, [{ key: '/', label: say.searchFocus, run: () => field.current?.select() }])

  return (
    <TextInput
      ref={field}
      size="xs"
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} stroke={1.6} />}
      rightSection={
        text ? (
          <CloseButton size="sm" aria-label={say.searchClear} onClick={() => setText('')} />
        ) : (
          <span aria-hidden="true">
            <Kbd keys="/" />
          </span>
        )
      }
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setText('')
      }}
    />
  )
}
