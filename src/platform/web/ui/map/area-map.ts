import 'maplibre-gl/dist/maplibre-gl.css'

import * as maplibre from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'

import { addAreaLabels } from './area-labels.ts'
import { type AreaShapes, boundsOf } from './shapes.ts'

// Without this, MapLibre looks for its worker beside a script that the bundler has renamed.
maplibre.setWorkerUrl(workerUrl)

export interface AreaMapColours {
  background: string
  line: string
  chosen: string
  none: string
  /** Fill by area id. */
  fills: ReadonlyMap<string, string>
}

interface AreaMapSettings {
  container: HTMLElement
  shapes: AreaShapes
  /** MapLibre's own texts, by its keys. */
  locale: Record<string, string>
  onHover: (id: string | undefined) => void
  onSelect: (id: string) => void
}

export type AreaMap = ReturnType<typeof createAreaMap>

/**
 * Areas on a plain ground: no tiles, no labels, nothing fetched from elsewhere. Throws where WebGL is missing.
 * Colours are set from outside, because they change with the scheme and the figures.
 */
export function createAreaMap({ container, shapes, locale, onHover, onSelect }: AreaMapSettings) {
  const bounds = boundsOf(shapes)
  const map = new maplibre.Map({
    container,
    style: {
      version: 8,
      sources: { areas: { type: 'geojson', data: shapes, promoteId: 'id' } },
      layers: [
        { id: 'ground', type: 'background', paint: { 'background-color': 'transparent' } },
        {
          id: 'areas',
          type: 'fill',
          source: 'areas',
          paint: {
            'fill-color': ['to-color', ['coalesce', ['feature-state', 'fill'], 'transparent']],
            'fill-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.75, 1],
          },
        },
        { id: 'edges', type: 'line', source: 'areas', paint: { 'line-width': 1 } },
        {
          id: 'chosen',
          type: 'line',
          source: 'areas',
          paint: { 'line-width': ['case', ['boolean', ['feature-state', 'chosen'], false], 3, 0] },
        },
      ],
    },
    ...(bounds && { bounds, fitBoundsOptions: { padding: 16 } }),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // One finger and the wheel belong to the page that the map stands in.
    cooperativeGestures: true,
    locale,
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), 'top-right')
  // The list beside the map is the way in for the keyboard; the canvas would only be a stop without a name.
  map.getCanvas().tabIndex = -1

  let hovered: string | undefined
  let chosen: string | undefined
  let removeLabels = () => {}
  const mark = (id: string | undefined, state: object) => {
    if (id !== undefined) map.setFeatureState({ source: 'areas', id }, state)
  }
  const whenReady = (work: () => void) => (map.isStyleLoaded() ? work() : void map.once('load', work))

  function hover(id: string | undefined) {
    if (id === hovered) return
    mark(hovered, { hover: false })
    mark(id, { hover: true })
    hovered = id
  }

  map.on('mousemove', 'areas', (event) => {
    const id = event.features?.[0]?.properties.id as string | undefined
    map.getCanvas().style.cursor = 'pointer'
    hover(id)
    onHover(id)
  })
  map.on('mouseleave', 'areas', () => {
    map.getCanvas().style.cursor = ''
    hover(undefined)
    onHover(undefined)
  })
  map.on('click', 'areas', (event) => {
    const id = event.features?.[0]?.properties.id as string | undefined
    if (id !== undefined) onSelect(id)
  })

  return {
    setColours: (colours: AreaMapColours) =>
      whenReady(() => {
        map.setPaintProperty('ground', 'background-color', colours.background)
        map.setPaintProperty('edges', 'line-color', colours.line)
        map.setPaintProperty('chosen', 'line-color', colours.chosen)
        for (const { properties } of shapes.features) {
          mark(properties.id, { fill: colours.fills.get(properties.id) ?? colours.none })
        }
      }),
    setHovered: (id: string | undefined) => whenReady(() => hover(id)),
    setChosen: (id: string | undefined) =>
      whenReady(() => {
        mark(chosen, { chosen: false })
        mark(id, { chosen: true })
        chosen = id
      }),
    setNames: (names: ReadonlyMap<string, string>, className: string) => {
      removeLabels()
      removeLabels = addAreaLabels(map, shapes, names, className)
    },
    remove: () => map.remove(),
  }
}
