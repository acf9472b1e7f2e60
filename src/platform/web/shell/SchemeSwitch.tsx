import { ActionIcon, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'

import { LaterMenu } from '../ui/LaterMenu.tsx'
import { useWords } from '../words/index.ts'
import { words } from './words.ts'

export const schemeIcons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop }
const loadItems = () => import('./SchemeMenuItems.tsx').then((m) => m.SchemeMenuItems)

export function SchemeSwitch({ className }: { className?: string }) {
  const say = useWords(words)
  const { colorScheme } = useMantineColorScheme()
  const Icon = schemeIcons[colorScheme]
  return (
    <LaterMenu
      load={loadItems}
      given={{}}
      target={
        <ActionIcon aria-label={say.scheme} className={className ?? ''}>
          <Icon size={18} stroke={1.6} />
        </ActionIcon>
      }
    />
  )
}
