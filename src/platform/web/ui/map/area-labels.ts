import { type Map, Marker } from 'maplibre-gl'

import { type AreaShapes, labelPlaces } from './shapes.ts'

/** More names than this cost frames and would not be read anyway. */
const most = 150

/**
 * Names written over the areas as plain elements: MapLibre's own labels need glyph files from a server.
 * A name shows while its area is wide enough for it. Returns how to take them away.
 */
export function addAreaLabels(
  map: Map,
  shapes: AreaShapes,
  names: ReadonlyMap<string, string>,
  className: string,
) {
  if (shapes.features.length > most) return () => {}
  const labels = labelPlaces(shapes).map((place) => {
    const element = document.createElement('div')
    element.className = className
    element.textContent = names.get(place.id) ?? ''
    element.setAttribute('aria-hidden', 'true')
    return {
      place,
      element,
      marker: new Marker({ element, opacity: '1' }).setLngLat(place.at).addTo(map),
      width: 0,
    }
  })
  for (const label of labels) label.width = label.element.offsetWidth

  function fit() {
    for (const { place, element, width } of labels) {
      const room = map.project([place.east, place.at[1]]).x - map.project([place.west, place.at[1]]).x
      element.style.visibility = room >= width ? 'visible' : 'hidden'
    }
  }
  fit()
  map.on('zoom', fit)
  map.on('resize', fit)
  return () => {
    map.off('zoom', fit)
    map.off('resize', fit)
    for (const { marker } of labels) marker.remove()
  }
}
