import { type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'

import type { MenuTarget } from '../ui/LaterMenu.tsx'
import { OpenedMenu } from '../ui/OpenedMenu.tsx'
import { useWords } from '../words/index.ts'
import { schemeIcons } from './SchemeSwitch.tsx'
import { words } from './words.ts'

const schemes = ['light', 'dark', 'auto'] as const

export function SchemeMenuItems({ target }: { target: MenuTarget }) {
  const say = useWords(words)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <OpenedMenu target={target} width={180}>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(scheme) => setColorScheme(scheme as MantineColorScheme)}
      >
        {schemes.map((scheme) => {
          const SchemeIcon = schemeIcons[scheme]
          return (
            <Menu.RadioItem
              key={scheme}
              value={scheme}
              rightSection={<SchemeIcon size={16} stroke={1.6} />}
              closeMenuOnClick
            >
              {say[scheme]}
            </Menu.RadioItem>
          )
        })}
      </Menu.RadioGroup>
    </OpenedMenu>
  )
}
