import type { ReactNode } from 'react'

import { useSession } from '../session/Session.tsx'
import { SignInPage } from '../session/SignInPage.tsx'
import { Mark } from '../theme/Mark.tsx'
import styles from './SessionGate.module.css'

/**
 * Nothing of the product is drawn, and no page is loaded, before it is known who is there. While that is asked,
 * an almost empty screen: showing the sign-in form to somebody who is signed in would make them start typing.
 */
export function SessionGate({ children }: { children: ReactNode }) {
  const { state } = useSession()
  if (state === 'signed-in') return children
  if (state === 'loading') {
    return (
      <div className={styles.asking} aria-busy="true">
        <Mark size={56} outline="var(--line-strong)" />
      </div>
    )
  }
  return <SignInPage />
}
