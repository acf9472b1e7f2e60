import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'

import type { PageIcon } from '../router/pages.ts'

export interface Command {
  id: string
  label: string
  hint?: string
  icon?: PageIcon
  run: () => void
}

interface Commands {
  list: readonly Command[]
  add: (commands: { current: readonly Command[] }) => () => void
}

const CommandContext = createContext<Commands | null>(null)

export function CommandProvider({ children }: { children: ReactNode }) {
  const [live, setLive] = useState<ReadonlyArray<{ current: readonly Command[] }>>([])
  const commands = useMemo<Commands>(
    () => ({
      get list() {
        return live.flatMap((source) => source.current)
      },
      add: (source) => {
        setLive((before) => [...before, source])
        return () => setLive((before) => before.filter((other) => other !== source))
      },
    }),
    [live],
  )
  return <CommandContext value={commands}>{children}</CommandContext>
}

function useCommands(): Commands {
  const commands = useContext(CommandContext)
  if (!commands) throw new Error('commands need a CommandProvider above them')
  return commands
}

export function useCommandList(): readonly Command[] {
  return useCommands().list
}

/** Commands that Ctrl+K offers as long as the component is shown. */
export function usePageCommands(commands: readonly Command[]): void {
  const { add } = useCommands()
  const addRef = useRef(add)
  const source = useRef(commands)
  useEffect(() => {
    source.current = commands
  })
  useEffect(() => addRef.current(source), [])
}
