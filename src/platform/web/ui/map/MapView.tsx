import { type ReactNode, useMemo, useState } from 'react'

import { useWords } from '../../words/index.ts'
import { words } from '../words.ts'
import { AreaCanvas } from './AreaCanvas.tsx'
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

/** A map and, saying the same, a list: for the keyboard and for screen readers. */
export function MapView({ label, shapes, areas, classes, selectedId, onSelect, schematic }: MapViewProps) {
  const say = useWords(words)
  const [hoveredId, setHoveredId] = useState<string>()
  const classOf = (area: MapArea) => classes.find(({ id }) => id === area.classId)
  const names = useMemo(() => new Map(areas.map(({ id, name }) => [id, name])), [areas])
  const fills = useMemo(() => {
    const fillOf = new Map(classes.map(({ id, fill }) => [id, `var(--map-${fill})`]))
    return new Map(areas.map(({ id, classId }) => [id, fillOf.get(classId) ?? 'var(--map-none)']))
  }, [areas, classes])
  const shown = areas.find(({ id }) => id === (hoveredId ?? selectedId))

  return (
    <section className={styles.frame} aria-label={label}>
      <div className={styles.view}>
        <div className={styles.map}>
          {shapes.features.length > 0 && (
            <AreaCanvas
              shapes={shapes}
              names={names}
              fills={fills}
              selectedId={selectedId}
              hoveredId={hoveredId}
              onSelect={onSelect}
              onHover={setHoveredId}
            />
          )}
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
