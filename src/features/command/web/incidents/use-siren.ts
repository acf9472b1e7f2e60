import { useEffect, useRef, useState } from 'react'

/**
 * Browsers play nothing before somebody has touched the page: the switch that turns the sound on is that touch, and
 * plays it once so that one hears what will come. Two short tones, made here; no file to fetch when the network is bad.
 */
export function useSiren(urgentIds: readonly string[] | undefined) {
  const [on, setOn] = useState(false)
  const [fresh, setFresh] = useState<readonly string[]>([])
  const audio = useRef<AudioContext>(null)
  const known = useRef<ReadonlySet<string>>(null)
  const ids = urgentIds?.join()

  useEffect(() => {
    if (ids === undefined) return
    const now = ids === '' ? [] : ids.split(',')
    const before = known.current
    known.current = new Set([...(before ?? []), ...now])
    // What is there when the page opens has not just arrived.
    const came = before ? now.filter((id) => !before.has(id)) : []
    if (came.length === 0) return
    setFresh((old) => [...old, ...came])
    if (on) ring(audio.current)
  }, [ids, on])

  function toggle() {
    audio.current ??= new AudioContext()
    void audio.current.resume()
    if (!on) ring(audio.current)
    setOn(!on)
  }
  return { on, toggle, fresh, seen: () => setFresh([]) }
}

function ring(audio: AudioContext | null) {
  if (!audio) return
  for (const [at, pitch] of [
    [0, 880],
    [0.22, 660],
    [0.44, 880],
  ] as const) {
    const tone = audio.createOscillator()
    const loudness = audio.createGain()
    tone.frequency.value = pitch
    loudness.gain.setValueAtTime(0.15, audio.currentTime + at)
    loudness.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + at + 0.2)
    tone.connect(loudness).connect(audio.destination)
    tone.start(audio.currentTime + at)
    tone.stop(audio.currentTime + at + 0.2)
  }
}
