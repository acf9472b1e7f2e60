import { IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { useSession } from '../session/Session.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useWords } from '../words/index.ts'
import { words } from './words.ts'

/** A courtesy of the page, not the lock: the server decides, and answers 403 or 404 by itself. */
export function Guarded({ may, children }: { may: string | undefined; children: ReactNode }) {
  const say = useWords(words)
  const session = useSession()
  if (may && !session.may(may)) {
    return <EmptyState icon={IconLock} title={say.forbiddenTitle} text={say.forbidden} asPage />
  }
  return children
}
