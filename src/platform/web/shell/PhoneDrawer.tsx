import { Drawer } from '@mantine/core'

import { useWords } from '../words/index.ts'
import { SideNav } from './SideNav.tsx'
import { words } from './words.ts'

/** The whole navigation, from below. */
export function PhoneDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords(words)
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="75%"
      title={say.navigation}
      closeButtonProps={{ 'aria-label': say.close }}
    >
      <SideNav narrow={false} onGo={onClose} />
    </Drawer>
  )
}
