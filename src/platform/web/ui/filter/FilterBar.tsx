import { Button, NativeSelect } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'

import type { TableState } from '../table/index.ts'
import { useWords } from '../../words/index.ts'
import { words } from '../words.ts'
import styles from './FilterBar.module.css'
import { SearchBox } from './SearchBox.tsx'

export interface ChoiceFilter {
  /** The name in the address and in the query of the server. */
  name: string
  label: string
  options: ReadonlyArray<{ value: string; label: string }>
}

interface FilterBarProps {
  state: TableState
  /** Label of the free-text search, kept under `q`; absent = no search. */
  search?: string
  filters?: readonly ChoiceFilter[]
  /** Filters of another kind (a date, a unit picker), drawn after the rest. */
  children?: ReactNode
}

/** Search and filters of a list; all of them live in the address. On a phone they fold behind one button. */
export function FilterBar({ state, search, filters = [], children }: FilterBarProps) {
  const say = useWords(words)
  const phone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false })
  const [opened, folding] = useDisclosure(false)
  const id = useId()
  const count = Object.keys(state.filters).filter((name) => name !== 'q').length
  const hasMore = filters.length > 0 || Boolean(children)

  return (
    <div className={styles.bar} role="search">
      {search && (
        <div className={styles.search}>
          <SearchBox label={search} value={state.filters.q ?? ''} onChange={(q) => state.setFilters({ q })} />
        </div>
      )}
      {phone && hasMore && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={15} stroke={1.6} />}
          aria-expanded={opened}
          aria-controls={id}
          onClick={folding.toggle}
        >
          {count > 0 ? say.filtersOn(count) : say.filters}
        </Button>
      )}
      <div className={styles.filters} id={id} hidden={phone && !opened}>
        {filters.map((filter) => (
          <NativeSelect
            key={filter.name}
            size="xs"
            label={filter.label}
            className={styles.choice ?? ''}
            data-set={state.filters[filter.name] ? true : undefined}
            value={state.filters[filter.name] ?? ''}
            data={[{ value: '', label: say.filterAny }, ...filter.options]}
            onChange={(event) => state.setFilters({ [filter.name]: event.currentTarget.value })}
          />
        ))}
        {children}
        {count > 0 && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconX size={14} stroke={1.8} />}
            onClick={state.clearFilters}
          >
            {say.clearFilters}
          </Button>
        )}
      </div>
    </div>
  )
}
