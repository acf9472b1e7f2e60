import { Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { useEffect, useState } from 'react'

import { words } from '../shell/words.ts'
import { useWords } from '../words/index.ts'
import { dismissNotice, type Notice, useNotices } from './notice-store.ts'
import styles from './Notices.module.css'

const icons = { done: IconCircleCheck, note: IconInfoCircle, failed: IconAlertTriangle }

/** A notice that can be undone stays longer; a failure stays until it is read and closed. */
const staysMs = { plain: 5_000, undo: 10_000 }

export function Notices() {
  const say = useWords(words)
  const notices = useNotices()
  return (
    <section className={styles.notices} aria-label={say.notices} aria-live="polite" role="status">
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

function NoticeCard({ notice }: { notice: Notice }) {
  const say = useWords(words)
  // Somebody who is reading it, or about to press "undo", must not lose it.
  const [held, setHeld] = useState(false)
  const Icon = icons[notice.tone]

  useEffect(() => {
    if (held || notice.tone === 'failed') return
    const timer = setTimeout(() => dismissNotice(notice.id), notice.undo ? staysMs.undo : staysMs.plain)
    return () => clearTimeout(timer)
  }, [held, notice])

  return (
    <div
      className={styles.notice}
      data-tone={notice.tone}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={20} stroke={1.6} className={styles.icon} aria-hidden="true" />
      <p>{notice.text}</p>
      {notice.undo && (
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            notice.undo?.()
            dismissNotice(notice.id)
          }}
        >
          {say.undo}
        </Button>
      )}
      <CloseButton size="sm" aria-label={say.close} onClick={() => dismissNotice(notice.id)} />
    </div>
  )
}
