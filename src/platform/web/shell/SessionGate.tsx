import { type ReactNode, useRef, useSyncExternalStore } from 'react'

import { lockState } from '../offline/lock.ts'
import { OfflineLock } from '../offline/OfflineLock.tsx'
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
  const lock = useSyncExternalStore(lockState.subscribe, lockState.get)
  // A page that was open when the lock fell stays beneath it with what was typed; one that was not is not loaded.
  const wasOpen = useRef(false)
  if (state !== 'signed-in') wasOpen.current = false
  else if (lock === 'open') wasOpen.current = true
  if (state === 'signed-in') {
    return (
      <>
        {wasOpen.current && children}
        {lock !== 'open' && <OfflineLock lock={lock} />}
      </>
    )
  }
  if (state === 'loading') {
    return (
      <div className={styles.asking} aria-busy="true">
        <Mark size={56} outline="var(--line-strong)" />
      </div>
    )
  }
  return <SignInPage />
}
