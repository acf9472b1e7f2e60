import { ActionIcon, Menu } from '@mantine/core'
import {
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUser,
  IconUserCircle,
} from '@tabler/icons-react'
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'

import { useSignOut } from '../offline/SignOut.tsx'
import { useMe } from '../session/Session.tsx'
import { useLanguage, useWords } from '../words/index.ts'
import { openShortcutHelp } from './ShortcutHelp.tsx'
import { words } from './words.ts'

export function AccountMenu({ className }: { className: string }) {
  const say = useWords(words)
  const me = useMe()
  const signOut = useSignOut()
  const navigate = useNavigate()

  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <ActionIcon size="lg" className={className} aria-label={`${say.account}: ${me.account.name}`}>
          <IconUserCircle size={24} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
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
