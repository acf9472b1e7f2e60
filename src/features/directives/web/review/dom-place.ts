import type { Span } from '../../domain/index.ts'

/** Where a point of the page lies in the document's text; undefined outside of it. */
export function offsetOf(node: Node, offset: number): number | undefined {
  const element = node instanceof Element ? node : node.parentElement
  const run = element?.closest<HTMLElement>('[data-from]')
  if (run) {
    const from = Number(run.dataset.from)
    return node.nodeType === Node.TEXT_NODE
      ? from + offset
      : from + (offset === 0 ? 0 : (run.textContent?.length ?? 0))
  }
  // Between runs: the selection ended on a paragraph or on a number, so the text begins at the next run.
  const next = element && firstRun(element, node instanceof Element ? offset : 0)
  return next ? Number(next.dataset.from) : undefined
}

function firstRun(element: Element, childIndex: number): HTMLElement | undefined {
  const child = element.childNodes[childIndex]
  if (child instanceof HTMLElement) {
    return child.matches('[data-from]')
      ? child
      : (child.querySelector<HTMLElement>('[data-from]') ?? nextRun(child))
  }
  return nextRun(element)
}

function nextRun(element: Element): HTMLElement | undefined {
  for (let at: Element | null = element; at; at = at.parentElement) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      if (next.matches('[data-from]')) return next as HTMLElement
      const inside = next.querySelector<HTMLElement>('[data-from]')
      if (inside) return inside
    }
  }
  return undefined
}

/** The selection inside `root` as a span of the document's text. */
export function selectedSpan(root: HTMLElement, selection: Selection | null): Span | undefined {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined
  const start = offsetOf(range.startContainer, range.startOffset)
  const end = offsetOf(range.endContainer, range.endOffset)
  return start !== undefined && end !== undefined && end > start ? { start, end } : undefined
}

/** The place in the text under the pointer. Firefox knows it by another name than Chromium and Safari. */
export function offsetAtPoint(x: number, y: number): number | undefined {
  const older = document as Document & { caretRangeFromPoint?: (x: number, y: number) => Range | null }
  const caret = document.caretPositionFromPoint?.(x, y)
  if (caret) return offsetOf(caret.offsetNode, caret.offset)
  const range = older.caretRangeFromPoint?.(x, y)
  return range ? offsetOf(range.startContainer, range.startOffset) : undefined
}

/** Scrolls `root` so that `element` stands in view with air around it; leaves it alone when it already does. */
export function bringIntoView(root: HTMLElement, element: Element, behavior: ScrollBehavior = 'auto'): void {
  const frame = root.getBoundingClientRect()
  const box = element.getBoundingClientRect()
  const air = Math.min(96, frame.height / 6)
  if (box.top >= frame.top + air && box.bottom <= frame.bottom - air) return
  const tall = box.height > frame.height - 2 * air
  const by = box.top < frame.top + air || tall ? box.top - frame.top - air : box.bottom - frame.bottom + air
  const near = Math.abs(by) < frame.height * 2
  root.scrollBy({ top: by, behavior: near ? behavior : 'auto' })
}
