import { NativeSelect } from '@mantine/core'

import { useWords } from '../../words/index.ts'
import type { Column } from './columns.ts'
import { parseSort, sortText, type TableState } from './use-table-state.ts'
import { words } from './words.ts'

/** Cards have no column heads to press, so a phone chooses the order here. */
export function SortSelect<Row>({ columns, state }: { columns: readonly Column<Row>[]; state: TableState }) {
  const say = useWords(words)
  const options = columns
    .filter((column) => column.sortable)
    .flatMap(({ id, label }) => [
      { value: id, label: say.ascending(label) },
      { value: `-${id}`, label: say.descending(label) },
    ])
  if (options.length === 0) return null
  return (
    <NativeSelect
      size="xs"
      aria-label={say.sort}
      value={state.sort ? sortText(state.sort) : ''}
      data={state.sort ? options : [{ value: '', label: say.sort }, ...options]}
      onChange={(event) => state.setSort(parseSort(event.currentTarget.value))}
    />
  )
}
