import { ActionIcon, Indicator } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useLive } from '#platform/web/live/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import { noticeQueries, noticesKey } from './queries.ts'
import styles from './notices.module.css'
import { words } from './words.ts'

/** In the header: how many lines are unread. Live by the person's own topic. */
export function NoticeBell() {
  const say = useWords(words)
  const { language } = useLanguage()
  useLive(['notices'], [noticesKey])
  const unread = useQuery(noticeQueries.unread()).data?.unread ?? 0
  const label = unread > 0 ? say.bell(formatNumber(unread, language)) : say.bellNone
  return (
    <ActionIcon
      component={Link}
      to="/thong-bao"
      size="lg"
      className={styles.bell ?? ''}
      aria-label={label}
      title={label}
    >
      <Indicator
        label={unread > 99 ? '99+' : unread}
        disabled={unread === 0}
        size={16}
        offset={3}
        color="var(--band-text)"
        classNames={{ indicator: styles.count ?? '' }}
      >
        <IconBell size={22} stroke={1.6} />
      </Indicator>
    </ActionIcon>
  )
}
