import { ActionIcon } from '@mantine/core'
import { IconUserCircle } from '@tabler/icons-react'

import { useMe } from '../session/Session.tsx'
import { LaterMenu } from '../ui/LaterMenu.tsx'
import { useWords } from '../words/index.ts'
import { words } from './words.ts'

const loadItems = () => import('./AccountMenuItems.tsx').then((m) => m.AccountMenuItems)

export function AccountMenu({ className }: { className: string }) {
  const say = useWords(words)
  const me = useMe()
  return (
    <LaterMenu
      load={loadItems}
      given={{}}
      target={
        <ActionIcon size="lg" className={className} aria-label={`${say.account}: ${me.account.name}`}>
          <IconUserCircle size={24} stroke={1.5} />
        </ActionIcon>
      }
    />
  )
}
