import { ActionIcon } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { memo, type MouseEvent, useMemo, useRef } from 'react'

import { useWords } from '../../words/index.ts'
import { words } from '../words.ts'
import { type DrawnArea, drawingOf } from './drawing.ts'
import styles from './MapView.module.css'
import type { AreaShapes } from './shapes.ts'
import { useMapWindow } from './use-map-window.ts'

interface AreaCanvasProps {
  shapes: AreaShapes
  names: ReadonlyMap<string, string>
  /** The colour of each area as a CSS value. */
  fills: ReadonlyMap<string, string>
  selectedId: string | undefined
  hoveredId: string | undefined
  onSelect: (id: string) => void
  onHover: (id: string | undefined) => void
}

/** In pixels: names over the areas, and what a letter of them takes at most. */
const nameSize = 12
const letter = 7

/**
 * The drawing itself, as SVG: it prints, is as sharp as the screen and is there with the page. Hidden from screen
 * readers and the keyboard: the list beside it says and does the same.
 */
export function AreaCanvas({ shapes, names, fills, ...at }: AreaCanvasProps) {
  const say = useWords(words)
  const svg = useRef<SVGSVGElement>(null)
  const rough = useMemo(() => drawingOf(shapes, 1), [shapes])
  const window = useMapWindow(svg, rough)
  const { viewBox, perPixel, zoom } = window
  // Drawn finer in steps, not at every turn of the wheel.
  const grain = zoom < 2 ? 1 : zoom < 6 ? 0.25 : 0.0625
  const drawing = useMemo(() => (grain === 1 ? rough : drawingOf(shapes, grain)), [shapes, rough, grain])
  const outline = (id: string | undefined) => drawing?.areas.find((area) => area.id === id)?.path
  if (!drawing) return null

  const areaAt = ({ target }: MouseEvent) => (target as Element).getAttribute('data-area') ?? undefined
  return (
    <>
      <svg
        ref={svg}
        className={styles.canvas}
        data-zoomed={zoom > 1 || undefined}
        viewBox={`${viewBox.x} ${viewBox.y} ${viewBox.width} ${viewBox.height}`}
        aria-hidden="true"
        {...window.dragging}
        onMouseOver={(event) => at.onHover(areaAt(event))}
        onMouseLeave={() => at.onHover(undefined)}
        onClick={(event) => {
          const id = areaAt(event)
          if (id !== undefined && !window.wasDragged()) at.onSelect(id)
        }}
      >
        <Areas areas={drawing.areas} fills={fills} />
        {at.hoveredId && <path className={styles.hoveredArea} d={outline(at.hoveredId)} />}
        {at.selectedId && <path className={styles.chosenArea} d={outline(at.selectedId)} />}
        {perPixel && <Names areas={drawing.areas} names={names} perPixel={perPixel} />}
      </svg>
      <div className={styles.zoom}>
        <ActionIcon variant="default" aria-label={say.map.zoomIn} onClick={window.zoomIn}>
          <IconPlus size={16} stroke={1.8} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={say.map.zoomOut}
          disabled={zoom === 1}
          onClick={window.zoomOut}
        >
          <IconMinus size={16} stroke={1.8} />
        </ActionIcon>
      </div>
    </>
  )
}

/** Apart, because pointing at an area must not draw a hundred others again. */
const Areas = memo(function Areas({
  areas,
  fills,
}: {
  areas: readonly DrawnArea[]
  fills: ReadonlyMap<string, string>
}) {
  return areas.map(({ id, path }) => (
    <path
      key={id}
      className={styles.area}
      data-area={id}
      d={path}
      style={{ fill: fills.get(id) ?? 'var(--map-none)' }}
    />
  ))
})

/** A name shows while its area is wide enough for it. */
const Names = memo(function Names({
  areas,
  names,
  perPixel,
}: {
  areas: readonly DrawnArea[]
  names: ReadonlyMap<string, string>
  perPixel: number
}) {
  const wide = areas.filter(({ id, label }) => label.room / perPixel >= (names.get(id)?.length ?? 0) * letter)
  return wide.map(({ id, label }) => (
    <text
      key={id}
      className={styles.label}
      x={label.x}
      y={label.y}
      fontSize={nameSize * perPixel}
      strokeWidth={3 * perPixel}
    >
      {names.get(id)}
    </text>
  ))
})
