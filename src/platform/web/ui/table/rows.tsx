import { Link, useNavigate } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

import styles from './DataTable.module.css'
import type { DataTableProps } from './DataTable.tsx'

/** The name of a row: a real link, so that it opens in a new tab and is read out as one. */
export function RowTitle({ link, children }: { link: string | undefined; children: ReactNode }) {
  if (!link) return children
  return (
    <Link to={link} className={styles.link} tabIndex={-1}>
      {children}
    </Link>
  )
}

/** What opening a row does. Clicks on links, buttons and fields inside the row are theirs. */
export function useOpenRow<Row>(props: Pick<DataTableProps<Row>, 'linkTo' | 'onOpen'>, row: Row) {
  const navigate = useNavigate()
  const possible = Boolean(props.linkTo || props.onOpen)

  function now() {
    if (props.onOpen) props.onOpen(row)
    else if (props.linkTo) void navigate({ to: props.linkTo(row) })
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    if (!possible || event.defaultPrevented || !(event.target instanceof Element)) return
    if (event.target.closest('a, button, input, label')) return
    // Selecting words to copy them is not a click.
    if (getSelection()?.toString()) return
    now()
  }

  return { possible, now, onClick }
}

/** Choosing rows: one, or all of the page that is shown. */
export function useRowChoice<Row>({ selection, result, rowId }: DataTableProps<Row>) {
  const ids = (result.data?.rows ?? []).map(rowId)
  const chosen = selection?.ids ?? new Set<string>()
  const all = ids.length > 0 && ids.every((id) => chosen.has(id))

  return {
    all,
    some: ids.some((id) => chosen.has(id)),
    toggle: (id: string) => {
      const others = [...chosen].filter((other) => other !== id)
      selection?.onChange(new Set(chosen.has(id) ? others : [...others, id]))
    },
    toggleAll: () => {
      const others = [...chosen].filter((id) => !ids.includes(id))
      selection?.onChange(new Set(all ? others : [...others, ...ids]))
    },
  }
}
