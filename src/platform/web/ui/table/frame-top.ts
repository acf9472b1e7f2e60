import { type RefObject, useLayoutEffect } from 'react'

/**
 * Writes where the frame begins on the page into `--frame-top`, so that the rows fill the screen down to the pager
 * whatever stands above them. What stands above may fold or wrap, so it is measured again when the page resizes.
 */
export function useFrameTop(frame: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    function measure() {
      if (!frame.current) return
      const top = Math.round(frame.current.getBoundingClientRect().top + scrollY)
      frame.current.style.setProperty('--frame-top', `${top}px`)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [frame])
}
