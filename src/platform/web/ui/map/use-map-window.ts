import { type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

interface Size {
  width: number
  height: number
}

interface Window {
  /** How many times larger than the whole. */
  zoom: number
  /** What stands in the middle, as shares of the whole. */
  x: number
  y: number
}

const whole: Window = { zoom: 1, x: 0.5, y: 0.5 }
const most = 16
/** Moving less than this between press and release is a press. In pixels. */
const slack = 4

/**
 * The part of a drawing that is looked at. Buttons and Ctrl with the wheel zoom; a zoomed drawing is moved by dragging.
 * One finger and the wheel otherwise belong to the page that the map stands in.
 */
export function useMapWindow(svg: RefObject<SVGSVGElement | null>, drawing: Size | undefined) {
  const [window, setWindow] = useState(whole)
  const pixels = usePixels(svg)
  const drag = useRef<{ x: number; y: number; moved: boolean }>(undefined)
  const { width = 1, height = 1 } = drawing ?? {}
  const viewBox = {
    x: window.x * width - width / window.zoom / 2,
    y: window.y * height - height / window.zoom / 2,
    width: width / window.zoom,
    height: height / window.zoom,
  }
  /** How much of the drawing one pixel shows. */
  const perPixel = pixels ? Math.max(viewBox.width / pixels.width, viewBox.height / pixels.height) : undefined

  const zoomBy = (factor: number) =>
    setWindow((now) => inside({ ...now, zoom: Math.min(most, Math.max(1, now.zoom * factor)) }))
  useEffect(() => {
    const element = svg.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault() // else the page itself would be zoomed
      zoomBy(Math.exp(-event.deltaY / 300))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [svg])

  return {
    viewBox,
    perPixel,
    zoom: window.zoom,
    zoomIn: () => zoomBy(1.6),
    zoomOut: () => zoomBy(1 / 1.6),
    /** Whether the press that just ended moved the drawing instead of choosing something. */
    wasDragged: () => drag.current?.moved ?? false,
    dragging: {
      onPointerDown: (event: PointerEvent) => {
        drag.current = { x: event.clientX, y: event.clientY, moved: false }
      },
      onPointerMove: (event: PointerEvent) => {
        const from = drag.current
        if (!from || event.buttons === 0 || window.zoom === 1 || !perPixel) return
        const dx = event.clientX - from.x
        const dy = event.clientY - from.y
        if (!from.moved && Math.hypot(dx, dy) < slack) return
        drag.current = { x: event.clientX, y: event.clientY, moved: true }
        setWindow((now) =>
          inside({ ...now, x: now.x - (dx * perPixel) / width, y: now.y - (dy * perPixel) / height }),
        )
      },
    },
  }
}

/** The window never leaves the drawing. */
function inside({ zoom, x, y }: Window): Window {
  const half = 0.5 / zoom
  const within = (at: number) => Math.min(1 - half, Math.max(half, at))
  return { zoom, x: within(x), y: within(y) }
}

function usePixels(svg: RefObject<SVGSVGElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>()
  useLayoutEffect(() => {
    if (!svg.current) return
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {}
      if (width > 0 && height > 0) setSize({ width, height })
    })
    observer.observe(svg.current)
    return () => observer.disconnect()
  }, [svg])
  return size
}
