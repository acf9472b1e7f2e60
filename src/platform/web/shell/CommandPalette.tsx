import { Modal, TextInput, UnstyledButton } from '@mantine/core'
import {
  IconArrowRight,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconSearch,
  IconUser,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'

import { useSignOut } from '../offline/SignOut.tsx'
import { useSession } from '../session/Session.tsx'
import { type PageIcon, usePages } from '../router/pages.ts'
import { useLanguage, useSay, useWords } from '../words/index.ts'
import styles from './CommandPalette.module.css'
import { type Command, useCommandList } from './commands.tsx'
import { openShortcutHelp } from './ShortcutHelp.tsx'
import { matches } from './matches.ts'
import { words } from './words.ts'

interface Choice {
  id: string
  label: string
  hint: string
  icon: PageIcon | undefined
  run: () => void
}

/** Ctrl+K: every page this office may open and every command the open page offers, found without accents. */
export function CommandPalette({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const say = useWords(words)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="10vh"
      padding={0}
      size="lg"
      attributes={{ content: { 'aria-label': say.palette } }}
    >
      <Palette onClose={onClose} />
    </Modal>
  )
}

function Palette({ onClose }: { onClose: () => void }) {
  const say = useWords(words)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const list = useRef<HTMLUListElement>(null)
  const choices = useChoices().filter((choice) => matches(`${choice.label} ${choice.hint}`, text))
  const active = Math.min(at, choices.length - 1)

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  function choose(choice: Choice | undefined) {
    if (!choice) return
    onClose()
    choice.run()
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      setAt((active + step + choices.length) % Math.max(choices.length, 1))
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault()
      choose(choices[active])
    }
  }

  return (
    <>
      <TextInput
        data-autofocus
        variant="unstyled"
        size="md"
        className={styles.input ?? ''}
        leftSection={<IconSearch size={18} stroke={1.6} />}
        placeholder={say.search}
        aria-label={say.palette}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={choices.length > 0 ? `${listId}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      {choices.length === 0 && <p className={styles.empty}>{say.paletteEmpty(text)}</p>}
      <ul className={styles.list} id={listId} role="listbox" aria-label={say.palette} ref={list}>
        {choices.map((choice, index) => (
          <UnstyledButton
            component="li"
            key={choice.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            className={styles.choice ?? ''}
            onMouseMove={() => setAt(index)}
            onClick={() => choose(choice)}
          >
            {choice.icon ? <choice.icon size={18} stroke={1.6} /> : <IconArrowRight size={18} stroke={1.6} />}
            <span className={styles.label}>{choice.label}</span>
            <span className={styles.hint}>{choice.hint}</span>
          </UnstyledButton>
        ))}
      </ul>
    </>
  )
}

function useChoices(): Choice[] {
  const say = useWords(words)
  const phrase = useSay()
  const navigate = useNavigate()
  const { may } = useSession()
  const commands = [...useCommandList(), ...useShellCommands()].map((command) => ({
    ...command,
    icon: command.icon,
    hint: command.hint ?? say.commands,
  }))
  const pages = usePages()
    .filter((page) => page.group && (!page.may || may(page.may)))
    .map((page) => ({
      id: page.path,
      label: phrase(page.label),
      hint: page.group ? phrase(page.group) : say.pages,
      icon: page.icon,
      run: () => void navigate({ to: page.path }),
    }))
  return [...pages, ...commands]
}

/** What the header offers, for those who do not reach for the mouse. */
function useShellCommands(): Command[] {
  const say = useWords(words)
  const navigate = useNavigate()
  const signOut = useSignOut()
  const { language, setLanguage } = useLanguage()
  return [
    { id: 'account', label: say.account, icon: IconUser, run: () => void navigate({ to: '/account' }) },
    {
      id: 'language',
      label: language === 'vi' ? say.toEnglish : say.toVietnamese,
      icon: IconLanguage,
      run: () => setLanguage(language === 'vi' ? 'en' : 'vi'),
    },
    { id: 'shortcuts', label: say.shortcuts, icon: IconKeyboard, run: openShortcutHelp },
    { id: 'sign-out', label: say.signOut, icon: IconLogout, run: signOut },
  ]
}
