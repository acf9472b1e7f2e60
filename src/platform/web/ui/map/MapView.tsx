import { useComputedColorScheme } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'

import { useWords } from '../../words/index.ts'
import { words } from '../words.ts'
import type { AreaMap } from './area-map.ts'
import styles from './MapView.module.css'
import type { AreaShapes } from './shapes.ts'

/** Zones keep their legal colours; quantities go from 1 (least) to 5 (most). */
export type MapFill = 'none' | 'green' | 'yellow' | 'orange' | 'red' | '1' | '2' | '3' | '4' | '5'

export interface MapClass {
  id: string
  label: string
  fill: MapFill
}

export interface MapArea {
  id: string
  name: string
  classId: string
  /** What the list says beside the name: a figure with its unit. */
  note?: ReactNode
}

interface MapViewProps {
  label: string
  shapes: AreaShapes
  areas: readonly MapArea[]
  classes: readonly MapClass[]
  selectedId: string | undefined
  onSelect: (id: string) => void
  /** The shapes are drawn from centres, not from surveyed boundaries; the map says so. */
  schematic?: boolean
}

/** A map and, saying the same, a list: for the keyboard, for screen readers, for a browser without WebGL. */
export function MapView(props: MapViewProps) {
  const { label, areas, classes, selectedId, onSelect, schematic } = props
  const say = useWords(words)
  const [hoveredId, setHoveredId] = useState<string>()
  const classOf = (area: MapArea) => classes.find(({ id }) => id === area.classId)
  const shown = areas.find(({ id }) => id === (hoveredId ?? selectedId))

  return (
    <section className={styles.frame} aria-label={label}>
      <div className={styles.view}>
        <div className={styles.map}>
          <Canvas {...props} hoveredId={hoveredId} onHover={setHoveredId} />
          {shown && (
            <div className={styles.shown} aria-hidden="true">
              <strong>{shown.name}</strong>
              <span>{classOf(shown)?.label}</span>
              {shown.note && <span>{shown.note}</span>}
            </div>
          )}
          {schematic && <p className={styles.schematic}>{say.map.schematic}</p>}
        </div>
        <div className={styles.side}>
          <ul className={styles.legend} aria-label={say.map.legend}>
            {classes.map((one) => (
              <li key={one.id}>
                <Swatch fill={one.fill} />
                {one.label}
                <span className={styles.count}>
                  {areas.filter(({ classId }) => classId === one.id).length}
                </span>
              </li>
            ))}
          </ul>
          <ul className={styles.list} aria-label={say.map.list}>
            {areas.map((area) => (
              <li key={area.id}>
                <button
                  type="button"
                  aria-pressed={area.id === selectedId}
                  data-hovered={area.id === hoveredId || undefined}
                  onClick={() => onSelect(area.id)}
                  onMouseEnter={() => setHoveredId(area.id)}
                  onMouseLeave={() => setHoveredId(undefined)}
                  onFocus={() => setHoveredId(area.id)}
                  onBlur={() => setHoveredId(undefined)}
                >
                  <Swatch fill={classOf(area)?.fill ?? 'none'} />
                  <span className={styles.name}>{area.name}</span>
                  <span className={styles.note}>{area.note ?? classOf(area)?.label}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

function Swatch({ fill }: { fill: MapFill }) {
  return <span className={styles.swatch} style={{ background: `var(--map-${fill})` }} aria-hidden="true" />
}

type CanvasProps = MapViewProps & { hoveredId: string | undefined; onHover: (id: string | undefined) => void }

/** The drawing itself. MapLibre (about 280 KB compressed) is loaded when the first map is shown. */
function Canvas({ shapes, areas, classes, selectedId, hoveredId, onSelect, onHover }: CanvasProps) {
  const say = useWords(words)
  const scheme = useComputedColorScheme('light')
  const container = useRef<HTMLDivElement>(null)
  const [map, setMap] = useState<AreaMap | 'failed'>()
  const handlers = useRef({ onSelect, onHover })
  useEffect(() => {
    handlers.current = { onSelect, onHover }
  })

  useEffect(() => {
    let made: AreaMap | undefined
    let left = false
    import('./area-map.ts')
      .then(({ createAreaMap }) => {
        if (left || !container.current) return
        made = createAreaMap({
          container: container.current,
          shapes,
          locale: {
            'Map.Title': say.map.map,
            'NavigationControl.ZoomIn': say.map.zoomIn,
            'NavigationControl.ZoomOut': say.map.zoomOut,
            'CooperativeGesturesHandler.WindowsHelpText': say.map.useCtrl,
            'CooperativeGesturesHandler.MacHelpText': say.map.useCommand,
            'CooperativeGesturesHandler.MobileHelpText': say.map.useFingers,
          },
          onHover: (id) => handlers.current.onHover(id),
          onSelect: (id) => handlers.current.onSelect(id),
        })
        setMap(made)
      })
      .catch(() => !left && setMap('failed'))
    return () => {
      left = true
      made?.remove()
      setMap(undefined)
    }
  }, [shapes, say])

  const drawn = map === 'failed' ? undefined : map
  useEffect(() => {
    if (!drawn || !container.current) return
    const style = getComputedStyle(container.current)
    const colour = (name: string) => style.getPropertyValue(name).trim()
    const fillOf = (classId: string) => classes.find(({ id }) => id === classId)?.fill ?? 'none'
    drawn.setColours({
      background: colour('--surface-sunk'),
      line: colour('--map-line'),
      chosen: colour('--ink'),
      none: colour('--map-none'),
      fills: new Map(areas.map((area) => [area.id, colour(`--map-${fillOf(area.classId)}`)])),
    })
  }, [drawn, areas, classes, scheme])
  useEffect(
    () => drawn?.setNames(new Map(areas.map((area) => [area.id, area.name])), styles.label ?? ''),
    [drawn, areas],
  )
  useEffect(() => drawn?.setChosen(selectedId), [drawn, selectedId])
  useEffect(() => drawn?.setHovered(hoveredId), [drawn, hoveredId])

  if (map === 'failed') return <p className={styles.noWebgl}>{say.map.noWebgl}</p>
  return <div className={styles.canvas} ref={container} />
}
