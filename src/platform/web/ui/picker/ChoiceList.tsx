import { Combobox } from '@mantine/core'

import { useWords } from '../../words/index.ts'
import { words } from '../words.ts'
import styles from './picker.module.css'
import type { useChoices } from './use-choices.ts'

interface ChoiceListProps {
  label: string
  found: ReturnType<typeof useChoices>
  chosen: readonly string[]
}

export function ChoiceList({ label, found, chosen }: ChoiceListProps) {
  const say = useWords(words)
  const choices = found.data ?? []
  return (
    <Combobox.Dropdown>
      <Combobox.Options aria-label={label} mah={280} style={{ overflowY: 'auto' }}>
        {found.isPending ? (
          <Combobox.Empty>{say.picker.searching}</Combobox.Empty>
        ) : found.error ? (
          <Combobox.Empty>{say.picker.failed}</Combobox.Empty>
        ) : choices.length === 0 ? (
          <Combobox.Empty>{say.picker.nothing}</Combobox.Empty>
        ) : (
          choices.map((choice) => (
            <Combobox.Option key={choice.id} value={choice.id} active={chosen.includes(choice.id)}>
              <span className={styles.label}>{choice.label}</span>
              {choice.note && <span className={styles.note}>{choice.note}</span>}
            </Combobox.Option>
          ))
        )}
      </Combobox.Options>
    </Combobox.Dropdown>
  )
}
