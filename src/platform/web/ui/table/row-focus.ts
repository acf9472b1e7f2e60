import type { KeyboardEvent, RefObject } from 'react'

/** Rows and cards carry this attribute; the focus itself is the memory of which one is current. */
const rowSelector = '[data-row]'

/** Moves the focus through the rows: j and k from anywhere on the page, arrows, Home and End inside the table. */
export function useRowFocus(container: RefObject<HTMLElement | null>) {
  function rows(): HTMLElement[] {
    return Array.from(container.current?.querySelectorAll<HTMLElement>(rowSelector) ?? [])
  }

  function current(all: HTMLElement[]): number {
    const row = document.activeElement?.closest<HTMLElement>(rowSelector)
    return row ? all.indexOf(row) : -1
  }

  function focusAt(all: HTMLElement[], index: number) {
    all[Math.max(0, Math.min(index, all.length - 1))]?.focus()
  }

  /** False when there is nothing to move through here, or the focus is in the rows of another table. */
  function move(step: number): void | false {
    const all = rows()
    const at = current(all)
    if (all.length === 0 || (at === -1 && document.activeElement?.closest(rowSelector))) return false
    focusAt(all, at === -1 ? 0 : at + step)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!(event.target instanceof HTMLElement) || !event.target.matches(rowSelector)) return
    const all = rows()
    const at = current(all)
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (goal === undefined) return
    event.preventDefault()
    focusAt(all, goal)
  }

  return { move, onKeyDown }
}
