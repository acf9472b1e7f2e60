import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { QueueCounter } from '../outbox/QueueCounter.tsx'
import { sessionQueries } from '../session/queries.ts'
import { Mark } from '../theme/Mark.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { useWords } from '../words/index.ts'
import { AccountMenu } from './AccountMenu.tsx'
import styles from './Header.module.css'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { OfficeSwitcher } from './OfficeSwitcher.tsx'
import { SchemeSwitch } from './SchemeSwitch.tsx'
import { words } from './words.ts'

export function Header({ onSearch, tools }: { onSearch: () => void; tools?: ReactNode }) {
  const say = useWords(words)
  const system = useQuery(sessionQueries.system())

  return (
    <header className={styles.header}>
      <Link to="/" className={styles.brand} title={say.home}>
        <Mark size={26} />
        <span className={styles.name}>Pháo Đài</span>
        {system.data && <span className={styles.province}>{system.data.province}</span>}
      </Link>
      <UnstyledButton className={styles.search} onClick={onSearch} aria-haspopup="dialog">
        <IconSearch size={16} stroke={1.6} />
        <span className={styles.searchText}>{say.search}</span>
        <Kbd keys="mod+k" />
      </UnstyledButton>
      <ActionIcon
        className={`${styles.tool} ${styles.searchIcon}`}
        onClick={onSearch}
        aria-label={say.search}
      >
        <IconSearch size={20} stroke={1.6} />
      </ActionIcon>
      <div className={styles.tools}>
        <QueueCounter />
        {tools}
        <OfficeSwitcher />
        <span className={styles.wide}>
          <LanguageSwitch className={styles.tool ?? ''} />
          <SchemeSwitch className={styles.tool ?? ''} />
        </span>
        <AccountMenu className={styles.tool ?? ''} />
      </div>
    </header>
  )
}
