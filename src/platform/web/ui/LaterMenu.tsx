import { cloneElement, type ComponentType, type HTMLAttributes, type ReactElement, useState } from 'react'

import { ApiProblem, useProblemText } from '../api/index.ts'
import { notify } from '../notices/index.ts'

export type MenuTarget = ReactElement<HTMLAttributes<HTMLElement>>

interface LaterMenuProps<P> {
  target: MenuTarget
  opens?: 'menu' | 'dialog'
  /** What stands around the target once it was pressed (`OpenedMenu`, `OpenedPopover`). Defined outside of components. */
  load: () => Promise<ComponentType<P & { target: MenuTarget }>>
  /** What it needs besides. */
  given: P
}

/** A button whose menu is a script of its own, fetched when the pointer or the keyboard comes near it. */
export function LaterMenu<P extends object>({ target, opens = 'menu', load, given }: LaterMenuProps<P>) {
  const [Opened, setOpened] = useState<ComponentType<P & { target: MenuTarget }>>()
  const problem = useProblemText()
  if (Opened) return <Opened {...given} target={target} />
  const fetchIt = () => void load().catch(() => {})
  return cloneElement(target, {
    'aria-haspopup': opens,
    'aria-expanded': false,
    onPointerEnter: fetchIt,
    onFocus: fetchIt,
    onClick: () =>
      void load().then(
        (menu) => setOpened(() => menu),
        (cause: unknown) =>
          notify({ tone: 'failed', text: problem(new ApiProblem('page.not-loaded', 0, String(cause))) }),
      ),
  })
}
