import { useNetwork } from '@mantine/hooks'
import { IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'

import { formatNumber, useLanguage, useWords } from '../words/index.ts'
import { queueState } from './queue.ts'
import styles from './outbox.module.css'
import { words } from './words.ts'

/** “3 việc chờ gửi”, or that there is no network; nothing at all while everything has arrived and the network is there. */
export function QueueCounter() {
  const say = useWords(words)
  const { language } = useLanguage()
  const { online } = useNetwork()
  const { entries, locked } = useSyncExternalStore(queueState.subscribe, queueState.get)
  const waiting = entries.length + locked
  const needing = entries.filter(({ state }) => state === 'refused' || state === 'conflict').length
  if (waiting === 0 && online) return null
  const Icon = online ? IconCloudUp : IconCloudOff
  const count =
    needing > 0 ? say.needsYou(formatNumber(needing, language)) : say.count(formatNumber(waiting, language))
  const full = [!online && say.offlineNow, waiting > 0 && count].filter(Boolean).join(' · ')

  return (
    <Link
      to="/hang-cho"
      className={styles.counter}
      data-needs={needing > 0 || undefined}
      title={full}
      aria-label={full}
    >
      <Icon size={18} stroke={1.6} aria-hidden="true" />
      {waiting > 0 && <strong>{formatNumber(needing || waiting, language)}</strong>}
      <span className={styles.long}>{waiting > 0 ? count.replace(/^\S+ /, '') : say.offlineNow}</span>
    </Link>
  )
}
