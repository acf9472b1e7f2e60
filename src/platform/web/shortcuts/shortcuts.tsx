import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'

import { isSingleCharacter, isTyping, keyName } from './keys.ts'

export interface Shortcut {
  /** "j", "mod+k", "?" … see `keyName`. */
  key: string
  /** What it does, for the "?" overlay. */
  label: string
  /** May return false: not mine just now, ask the next one (a table without rows, a list elsewhere on the page). */
  run: (event: KeyboardEvent) => void | false
  /** Also while a field has the focus. Only for keys that type nothing. */
  whileTyping?: boolean
}

export interface ShortcutGroup {
  title: string
  shortcuts: readonly Shortcut[]
}

interface Registry {
  groups: readonly ShortcutGroup[]
  add: (group: { current: ShortcutGroup }) => () => void
  /** What stands in the overlay is said anew: the language of the page has changed. */
  retell: () => void
  singleKeys: boolean
  setSingleKeys: (on: boolean) => void
}

const storageKey = 'phaodai.single-key-shortcuts'
const ShortcutContext = createContext<Registry | null>(null)

/** One listener for the whole page; the component that was shown last answers first. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const live = useRef<Array<{ current: ShortcutGroup }>>([])
  const [groups, setGroups] = useState<readonly ShortcutGroup[]>([])
  const [singleKeys, setSingleKeys] = useState(() => localStorage.getItem(storageKey) !== 'off')

  useEffect(() => {
    localStorage.setItem(storageKey, singleKeys ? 'on' : 'off')
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return
      const pressed = keyName(event)
      if (isSingleCharacter(pressed) && !singleKeys) return
      const taken = live.current
        .toReversed()
        .flatMap((group) => group.current.shortcuts)
        .filter((shortcut) => shortcut.key === pressed && (shortcut.whileTyping || !isTyping(event.target)))
        .some((shortcut) => shortcut.run(event) !== false)
      if (taken) event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [singleKeys])

  const registry = useMemo<Registry>(() => {
    const publish = () => setGroups(live.current.map((group) => group.current))
    return {
      groups,
      singleKeys,
      setSingleKeys,
      retell: publish,
      add: (group) => {
        live.current.push(group)
        publish()
        return () => {
          live.current = live.current.filter((other) => other !== group)
          publish()
        }
      },
    }
  }, [groups, singleKeys])

  return <ShortcutContext value={registry}>{children}</ShortcutContext>
}

export function useShortcutRegistry(): Registry {
  const registry = useContext(ShortcutContext)
  if (!registry) throw new Error('useShortcuts needs a ShortcutProvider above it')
  return registry
}

/**
 * Shortcuts that live as long as the component is shown. `title` heads them in the "?" overlay.
 * The handlers may change on every render; the overlay is drawn again only when its words change.
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[], enabled = true): void {
  const { add, retell } = useShortcutRegistry()
  const addRef = useRef(add)
  const retellRef = useRef(retell)
  const group = useRef<ShortcutGroup>({ title, shortcuts })
  const said = [title, ...shortcuts.map((shortcut) => shortcut.label)].join('\n')
  const told = useRef(said)
  useEffect(() => {
    group.current = { title, shortcuts }
    if (told.current === said) return
    told.current = said
    retellRef.current()
  })
  useEffect(() => (enabled ? addRef.current(group) : undefined), [enabled])
}
