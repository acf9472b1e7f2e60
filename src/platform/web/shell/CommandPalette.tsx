import { Modal, TextInput, UnstyledButton } from '@mantine/core'
import {
  IconArrowRight,
  IconKeyboard,
  IconLanguage,
  IconLogout,
  IconSearch,
  IconUser,
} from '@tabler/icons-react'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'

import { useSignOut } from '../offline/sign-out.ts'
import { useSession } from '../session/Session.tsx'
import { type PageIcon, usePages } from '../router/pages.ts'
import { useLanguage, useSay, useWords } from '../words/index.ts'
import styles from './CommandPalette.module.css'
import { type Command, useCommandList } from './commands.tsx'
import type { Finder } from './finder.ts'
import { matches } from './matches.ts'
import { openShortcutHelp } from './shortcut-help.ts'
import { words } from './words.ts'

interface Choice {
  id: string
  label: string
  hint: string
  icon: PageIcon | undefined
  run: () => void
}

interface PaletteProps {
  finder: Finder | undefined
  onClose: () => void
}

/** Ctrl+K: pages this office may open, commands of the open page, and records; all found without accents. */
export function CommandPalette({ opened, ...props }: PaletteProps & { opened: boolean }) {
  const say = useWords(words)
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      withCloseButton={false}
      centered={false}
      yOffset="10vh"
      padding={0}
      size="lg"
      attributes={{ content: { 'aria-label': say.palette } }}
    >
      <Palette {...props} />
    </Modal>
  )
}

function Palette({ finder, onClose }: PaletteProps) {
  const say = useWords(words)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const list = useRef<HTMLUListElement>(null)
  const found = useFound(finder, text)
  const choices = [
    ...useChoices().filter((choice) => matches(`${choice.label} ${choice.hint}`, text)),
    ...found.choices,
  ]
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
      <p className={styles.empty} role="status">
        {found.busy ? say.paletteSearching : choices.length === 0 && say.paletteEmpty(text)}
      </p>
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

const restMs = 200
const fewest = 2

/** Records that hold what was typed. The list stays while the next one is on its way, so that nothing jumps. */
function useFound(finder: Finder | undefined, text: string) {
  const { may } = useSession()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const [asked] = useDebouncedValue(text.trim(), restMs)
  const wanted = finder !== undefined && text.trim().length >= fewest
  const result = useQuery({
    queryKey: ['find', asked, language],
    queryFn: ({ signal }) => finder!(asked, { may, language, signal }),
    enabled: wanted && asked.length >= fewest,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
  const choices = wanted
    ? (result.data ?? []).map(({ to, icon, ...found }): Choice => ({
        ...found,
        icon,
        run: () => void navigate({ to }),
      }))
    : []
  return { choices, busy: wanted && (result.isFetching || asked !== text.trim()) }
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
