import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'

import { formatNumber, useLanguage, useWords } from '../../words/index.ts'
import styles from './DataTable.module.css'
import { pageSizes, type TableState } from './use-table-state.ts'
import { words } from './words.ts'

interface PagerProps {
  state: TableState
  total: number | undefined
  lastPage: number
}

/** "1–50 trong 12.345", the size of a page, and the two ways to turn it. */
export function Pager({ state, total, lastPage }: PagerProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const number = (value: number) => formatNumber(value, language)
  const from = (state.page - 1) * state.size + 1

  return (
    <div className={styles.pager}>
      <span role="status">{total === undefined ? '\u00a0' : rangeText()}</span>
      <NativeSelect
        size="xs"
        aria-label={say.perPage}
        title={say.perPage}
        value={String(state.size)}
        data={pageSizes.map(String)}
        onChange={(event) => state.setSize(Number(event.currentTarget.value))}
      />
      <ActionIcon
        aria-label={say.previous}
        disabled={state.page <= 1}
        onClick={() => state.goTo(state.page - 1)}
      >
        <IconChevronLeft size={18} stroke={1.6} />
      </ActionIcon>
      <ActionIcon
        aria-label={say.next}
        disabled={state.page >= lastPage}
        onClick={() => state.goTo(state.page + 1)}
      >
        <IconChevronRight size={18} stroke={1.6} />
      </ActionIcon>
    </div>
  )

  function rangeText() {
    if (!total) return say.none
    // A page beyond the end (rows were done meanwhile) is said as it is: nothing from here on.
    if (from > total) return say.range(number(0), number(0), number(total))
    return say.range(number(from), number(Math.min(from + state.size - 1, total)), number(total))
  }
}
