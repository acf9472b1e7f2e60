import { Button, Group, Input, NumberInput } from '@mantine/core'
import { IconCurrentLocation, IconMapPin, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { unitQueries } from '#registry/units/web/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { Place } from '../domain/index.ts'
import { formWords } from './form-words.ts'
import styles from './form.module.css'
import { PlaceSketch } from './PlaceSketch.tsx'

interface PlaceFieldProps {
  label: string
  value: Place | null
  onChange: (place: Place | null) => void
  unitId: string | null
}

/** Where it stands: from the phone, by a press on the sketch, or as two numbers. Works without a network. */
export function PlaceField({ label, value, onChange, unitId }: PlaceFieldProps) {
  const say = useWords(formWords)
  const { language } = useLanguage()
  const [sketching, setSketching] = useState(false)
  const [note, setNote] = useState<string>()
  const [locating, setLocating] = useState(false)

  function locate() {
    setLocating(true)
    setNote(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating(false)
        const place = Place.safeParse({ lat: rounded(coords.latitude), lon: rounded(coords.longitude) })
        if (!place.success) return setNote(say.placeAbroad)
        onChange(place.data)
        setNote(say.accuracy(formatNumber(Math.round(coords.accuracy), language)))
      },
      () => {
        setLocating(false)
        setNote(say.placeDenied)
      },
      { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 },
    )
  }

  return (
    <Input.Wrapper label={label} size="md" labelElement="div">
      <p className={styles.place} role="status">
        {value ? `${value.lat}, ${value.lon}` : say.noPlace}
        {note && <span className={styles.quiet}> – {note}</span>}
      </p>
      <Group gap="xs">
        <Button
          variant="default"
          size="md"
          loading={locating}
          leftSection={<IconCurrentLocation size={18} stroke={1.6} />}
          onClick={locate}
        >
          {say.here}
        </Button>
        {unitId && (
          <Button
            variant="default"
            size="md"
            aria-expanded={sketching}
            leftSection={<IconMapPin size={18} stroke={1.6} />}
            onClick={() => setSketching(!sketching)}
          >
            {sketching ? say.hidePick : say.pick}
          </Button>
        )}
        {value && (
          <Button
            variant="subtle"
            size="md"
            color="gray"
            leftSection={<IconX size={18} stroke={1.6} />}
            onClick={() => onChange(null)}
          >
            {say.clearPlace}
          </Button>
        )}
      </Group>
      {sketching && unitId && <Sketch unitId={unitId} value={value} onChange={onChange} />}
    </Input.Wrapper>
  )
}

function Sketch({
  unitId,
  value,
  onChange,
}: Pick<PlaceFieldProps, 'value' | 'onChange'> & { unitId: string }) {
  const say = useWords(formWords)
  const map = useQuery(unitQueries.map(unitId))
  const [typed, setTyped] = useState<{ lat?: number; lon?: number }>({})
  const type = (patch: typeof typed) => {
    const now = { ...value, ...typed, ...patch }
    setTyped(now)
    const place = Place.safeParse(now)
    if (place.success) onChange(place.data)
  }
  const name = map.data?.cells.find(({ id }) => id === unitId)?.name ?? ''
  return (
    <div className={styles.sketch}>
      {map.data && map.data.cells.length > 0 && (
        <>
          <PlaceSketch
            map={map.data}
            unitId={unitId}
            place={value}
            label={say.sketch(name)}
            onPick={(place) => {
              setTyped({})
              onChange(place)
            }}
          />
          {map.data.source === 'schematic' && <p className={styles.quiet}>{say.sketchNote}</p>}
        </>
      )}
      <Group grow>
        {(['lat', 'lon'] as const).map((axis) => (
          <NumberInput
            key={axis}
            label={axis === 'lat' ? say.latitude : say.longitude}
            value={typed[axis] ?? value?.[axis] ?? ''}
            decimalScale={6}
            hideControls
            inputMode="decimal"
            onChange={(given) => typeof given === 'number' && type({ [axis]: given })}
          />
        ))}
      </Group>
    </div>
  )
}

/** Five places after the point are about a metre. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5
