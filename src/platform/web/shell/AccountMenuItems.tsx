import { Menu } from '@mantine/core'
import { IconKeyboard, IconLanguage, IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react'
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'

import { useSignOut } from '../offline/sign-out.ts'
import { useMe } from '../session/Session.tsx'
import type { MenuTarget } from '../ui/LaterMenu.tsx'
import { OpenedMenu } from '../ui/OpenedMenu.tsx'
import { useLanguage, useWords } from '../words/index.ts'
import { openShortcutHelp } from './shortcut-help.ts'
import { words } from './words.ts'

export function AccountMenuItems({ target }: { target: MenuTarget }) {
  const say = useWords(words)
  const me = useMe()
  const signOut = useSignOut()
  const navigate = useNavigate()

  return (
    <OpenedMenu target={target} width={260}>
      <Menu.Label>
        {me.account.name} · {me.account.username}
      </Menu.Label>
      <Menu.Item leftSection={<IconUser size={16} />} onClick={() => void navigate({ to: '/account' })}>
        {say.account}
      </Menu.Item>
      <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={openShortcutHelp}>
        {say.shortcuts}
      </Menu.Item>
      <PhoneSwitches />
      <Menu.Divider />
      <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
        {say.signOut}
      </Menu.Item>
    </OpenedMenu>
  )
}

/** On a phone the header has no room for these two. */
function PhoneSwitches() {
  const say = useWords(words)
  const { language, setLanguage } = useLanguage()
  const { setColorScheme } = useMantineColorScheme()
  const dark = useComputedColorScheme('light') === 'dark'
  const Icon = dark ? IconSun : IconMoon
  return (
    <>
      <Menu.Item
        hiddenFrom="sm"
        leftSection={<IconLanguage size={16} />}
        onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
      >
        {language === 'vi' ? say.toEnglish : say.toVietnamese}
      </Menu.Item>
      <Menu.Item
        hiddenFrom="sm"
        leftSection={<Icon size={16} />}
        onClick={() => setColorScheme(dark ? 'light' : 'dark')}
      >
        {dark ? say.light : say.dark}
      </Menu.Item>
    </>
  )
}
