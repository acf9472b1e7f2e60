import { Popover, type PopoverProps } from '@mantine/core'
import { cloneElement, type ReactElement, type ReactNode, type Ref, useEffect, useRef, useState } from 'react'

import type { MenuTarget } from './LaterMenu.tsx'

interface OpenedPopoverProps extends Pick<PopoverProps, 'position' | 'width' | 'withArrow' | 'shadow'> {
  target: MenuTarget
  /** The name of what opens, when it does not name itself. */
  label?: string
  children: (close: () => void) => ReactNode
}

/** What a `LaterMenu` with `opens="dialog"` becomes when it is pressed for the first time; see `OpenedMenu`. */
export function OpenedPopover({ target, label, children, ...look }: OpenedPopoverProps) {
  const button = useRef<HTMLElement>(null)
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    button.current?.focus({ preventScroll: true })
    setOpened(true)
  }, [])
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus {...look}>
      <Popover.Target>
        {cloneElement(target as ReactElement<{ ref?: Ref<HTMLElement>; onClick?: () => void }>, {
          ref: button,
          onClick: () => setOpened(!opened),
        })}
      </Popover.Target>
      <Popover.Dropdown {...(label !== undefined && { 'aria-label': label })}>
        {children(() => setOpened(false))}
      </Popover.Dropdown>
    </Popover>
  )
}
