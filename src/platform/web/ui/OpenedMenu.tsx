import { Menu, type MenuProps } from '@mantine/core'
import { cloneElement, type ReactElement, type ReactNode, type Ref, useEffect, useRef, useState } from 'react'

import type { MenuTarget } from './LaterMenu.tsx'

interface OpenedMenuProps extends Pick<MenuProps, 'position' | 'width'> {
  target: MenuTarget
  children: ReactNode
}

/**
 * What a `LaterMenu` becomes when it is pressed for the first time: open. The button was put in the place of the one
 * that was pressed, so it takes the keyboard first – closing the menu gives it back there.
 */
export function OpenedMenu({ target, children, position = 'bottom-end', width }: OpenedMenuProps) {
  const button = useRef<HTMLElement>(null)
  const [opened, setOpened] = useState(false)
  useEffect(() => {
    button.current?.focus({ preventScroll: true })
    setOpened(true)
  }, [])
  return (
    <Menu opened={opened} onChange={setOpened} position={position} {...(width !== undefined && { width })}>
      <Menu.Target>
        {cloneElement(target as ReactElement<{ ref?: Ref<HTMLElement> }>, { ref: button })}
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
