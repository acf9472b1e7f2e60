import { useLocalStorage, useNetwork } from '@mantine/hooks'
import { IconWifiOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef, useState } from 'react'

import { NewVersionBar } from '../offline/NewVersionBar.tsx'
import { useSignOutAsked } from '../offline/sign-out.ts'
import { useOutboxAwake } from '../outbox/awake.ts'
import { sessionQueries } from '../session/queries.ts'
import { useSession } from '../session/Session.tsx'
import { useShortcuts } from '../shortcuts/shortcuts.tsx'
import { later } from '../ui/later.tsx'
import { formatDate, useLanguage, useWords } from '../words/index.ts'
import type { Finder } from './finder.ts'
import { Header } from './Header.tsx'
import { PhoneBar } from './PhoneBar.tsx'
import styles from './Shell.module.css'
import { openShortcutHelp, useShortcutHelp } from './shortcut-help.ts'
import { SideNav } from './SideNav.tsx'
import { words } from './words.ts'

const CommandPalette = later(() => import('./CommandPalette.tsx').then((m) => m.CommandPalette))
const ShortcutHelp = later(() => import('./ShortcutHelp.tsx').then((m) => m.ShortcutHelp))
const FirstPassword = later(() => import('../session/FirstPassword.tsx').then((m) => m.FirstPassword))
const SignOutDialog = later(() => import('../offline/SignOutDialog.tsx').then((m) => m.SignOutDialog))
const FieldWork = later(() => import('./FieldWork.tsx').then((m) => m.FieldWork), { quietly: true })

interface AppFrameProps {
  /** What app puts into the header. */
  tools?: ReactNode
  /** What Ctrl+K finds besides pages. */
  finder?: Finder
}

/** The frame of every page; stands behind the SessionGate. */
export function AppFrame({ tools, finder }: AppFrameProps) {
  const say = useWords(words)
  const { me } = useSession()
  const { online } = useNetwork()
  const [narrow, setNarrow] = useLocalStorage({ key: 'phaodai.nav-narrow', defaultValue: false })
  const [searching, setSearching] = useState(false)
  const main = useFocusOnArrival()
  const { preferLanguage } = useLanguage()
  const preferred = me?.language

  useEffect(() => {
    if (preferred) preferLanguage(preferred)
  }, [preferred, preferLanguage])

  useShortcuts(say.shortcutsEverywhere, [
    { key: 'mod+k', label: say.openPalette, run: () => setSearching(true), whileTyping: true },
    { key: '?', label: say.openHelp, run: openShortcutHelp },
  ])

  return (
    <div className={styles.shell} data-narrow={narrow || undefined} data-demo={me?.demo || undefined}>
      <a href="#main" className={styles.skip}>
        {say.skip}
      </a>
      <Header onSearch={() => setSearching(true)} tools={tools} />
      {me?.demo && <DemoBanner />}
      <aside className={styles.side}>
        <SideNav narrow={narrow} onToggle={() => setNarrow(!narrow)} />
      </aside>
      <main className={styles.main} id="main" tabIndex={-1} ref={main}>
        <NewVersionBar />
        {!online && (
          <p className={styles.offline} role="status">
            <IconWifiOff size={16} stroke={1.8} aria-hidden="true" />
            {say.offline}
          </p>
        )}
        <Outlet />
      </main>
      <PhoneBar />
      <CommandPalette
        wanted={searching}
        finder={finder}
        opened={searching}
        onClose={() => setSearching(false)}
      />
      <ShortcutHelp wanted={useShortcutHelp()} />
      <FirstPassword wanted={me?.account.mustChangePassword ?? false} />
      <SignOutDialog wanted={useSignOutAsked()} />
      <FieldWork wanted={useOutboxAwake()} />
    </div>
  )
}

/** In an exercise the day stands first: deadlines are counted against it, not against the day on the wall. */
function DemoBanner() {
  const say = useWords(words)
  const system = useQuery(sessionQueries.system()).data
  return (
    <section className={styles.demo} aria-label={say.demo}>
      <strong>{say.demo}</strong>
      {system?.exercise && <span className={styles.day}>{say.exerciseDay(formatDate(system.today))}</span>}
      <span className={styles.fiction}>{say.demoFiction}</span>
      <span>{say.demoWarning}</span>
    </section>
  )
}

/** After going to another page the keyboard starts at its content, not at the link that was pressed. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const before = useRef(path)
  useEffect(() => {
    if (before.current && path !== before.current) main.current?.focus({ preventScroll: true })
    before.current = path
  }, [path])
  return main
}
