import { useState } from 'react'

import { type AreaShapes, type MapArea, type MapClass, MapView } from '../map/index.ts'

const classes: readonly MapClass[] = [
  { id: 'green', label: 'Vùng xanh', fill: 'green' },
  { id: 'yellow', label: 'Vùng vàng', fill: 'yellow' },
  { id: 'orange', label: 'Vùng cam', fill: 'orange' },
  { id: 'red', label: 'Vùng đỏ', fill: 'red' },
]

const names = [
  'Dầu Tiếng',
  'Bàu Bàng',
  'Phú Giáo',
  'Bến Cát',
  'Tân Uyên',
  'Bắc Tân Uyên',
  'Thủ Dầu Một',
  'Thuận An',
  'Dĩ An',
]

const areas: readonly MapArea[] = names.map((name, index) => ({
  id: name,
  name,
  classId: classes[[0, 0, 0, 2, 3, 1, 1, 3, 3][index] ?? 0]?.id ?? 'green',
}))

/** Hexagons in three rows: shapes of a schematic, which is what the map says they are. */
const shapes: AreaShapes = {
  type: 'FeatureCollection',
  features: names.map((name, index) => {
    const east = 106.4 + (index % 3) * 0.18 + (Math.floor(index / 3) % 2) * 0.09
    const north = 11.4 - Math.floor(index / 3) * 0.155
    const ring = Array.from({ length: 7 }, (_, corner) => {
      const angle = ((corner % 6) * Math.PI) / 3 + Math.PI / 6
      return [east + 0.1 * Math.cos(angle), north + 0.1 * Math.sin(angle)]
    })
    return { type: 'Feature', properties: { id: name }, geometry: { type: 'Polygon', coordinates: [ring] } }
  }),
}

export function MapSample() {
  const [selected, setSelected] = useState<string>('Thuận An')
  return (
    <MapView
      label="Phân vùng nguy cơ"
      shapes={shapes}
      areas={areas}
      classes={classes}
      selectedId={selected}
      onSelect={setSelected}
      schematic
    />
  )
}
