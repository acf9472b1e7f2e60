import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  createContext,
  Fragment,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'

import { ApiProblem, connectApi } from '../api/index.ts'
import { today } from '../clock.ts'
import { forgetPerson, oweSignOut } from '../offline/session-here.ts'
import { sealEntries } from '../outbox/store.ts'
import { wipeDrafts } from '../drafts/draft-store.ts'
import { later } from '../ui/later.tsx'
import { sessionQueries, signOut } from './queries.ts'
import type { Me, Office } from './schemas.ts'

type SessionState = 'loading' | 'failed' | 'signed-out' | 'signed-in'

interface Session {
  state: SessionState
  me: Me | undefined
  office: Office | undefined
  error: unknown
  /** Whether the office in use carries this permission. */
  may: (permission: string) => boolean
  chooseOffice: (id: string) => void
  /** Asks again who is signed in, after a sign-in or a change to the account. */
  refresh: () => Promise<void>
  signOut: () => Promise<void>
}

const SessionEnded = later(() => import('./SessionEnded.tsx').then((m) => m.SessionEnded))

const SessionContext = createContext<Session | null>(null)
const officeKey = (accountId: string) => `phaodai.office.${accountId}`

/**
 * Who works here, through which office. A 401 in the middle of the work lays the sign-in form over the page and
 * leaves the page standing under it: what was typed stays, and the refused request goes out again.
 */
export function SessionProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const query = useQuery(sessionQueries.me())
  const [refused, setRefused] = useState(false)
  const [chosenOffice, setChosenOffice] = useState<string>()
  // A new person or a new office sees nothing that the one before had on the screen.
  const [sitting, setSitting] = useState(0)
  const waiting = useRef<Array<(signedInAgain: boolean) => void>>([])

  const nobody = query.error instanceof ApiProblem && query.error.status === 401
  const me = query.data
  const signedOut = nobody && !me
  // Either a call was refused, or asking again who is signed in found nobody while the page was in use.
  const interrupted = refused || (nobody && Boolean(me))
  const office = me && officeOf(me, chosenOffice)
  // While rendering, not in an effect: the effects of children, which send the first queries, run before ours.
  connectApi({ officeId: office?.id })

  useEffect(() => {
    connectApi({
      signInAgain: () => {
        setRefused(true)
        return new Promise((resolve) => waiting.current.push(resolve))
      },
    })
  }, [])

  const session = useMemo<Session>(() => {
    const startOver = () => {
      queries.removeQueries({ predicate: (q) => q.queryKey[0] !== 'session' })
      setSitting((n) => n + 1)
    }
    return {
      state: stateOf(signedOut, me, query.error),
      me,
      office,
      error: query.error,
      may: (permission) => office?.permissions.includes(permission) ?? false,
      chooseOffice: (id) => {
        if (me) localStorage.setItem(officeKey(me.account.id), id)
        connectApi({ officeId: id })
        setChosenOffice(id)
        startOver()
      },
      refresh: async () => {
        await queries.invalidateQueries({ queryKey: sessionQueries.me().queryKey })
      },
      signOut: async () => {
        if (me) await sealEntries(me.account.id).catch(() => {})
        await signOut().catch((error: unknown) => {
          if (!(error instanceof ApiProblem) || error.status !== 0) throw error
          oweSignOut()
        })
        if (me) await forgetPerson(me.account.id).catch(() => {})
        // A browser without storage has nothing to wipe.
        if (me) await wipeDrafts(me.account.id).catch(() => {})
        setChosenOffice(undefined)
        startOver()
        await queries.resetQueries({ queryKey: sessionQueries.me().queryKey })
      },
    }
  }, [me, office, query.error, queries, signedOut])

  function settle(samePerson: boolean) {
    setRefused(false)
    if (!samePerson) {
      setChosenOffice(undefined)
      queries.removeQueries({ predicate: (q) => q.queryKey[0] !== 'session' })
      setSitting((n) => n + 1)
    }
    for (const resolve of waiting.current.splice(0)) resolve(samePerson)
  }

  return (
    <SessionContext value={session}>
      <Fragment key={sitting}>{children}</Fragment>
      {me && <SessionEnded wanted={interrupted} opened={interrupted} previous={me} onSettled={settle} />}
    </SessionContext>
  )
}

function stateOf(signedOut: boolean, me: Me | undefined, error: unknown): SessionState {
  if (signedOut) return 'signed-out'
  if (me) return 'signed-in'
  return error ? 'failed' : 'loading'
}

/** The office chosen now, else the one chosen last time on this browser, else what the server says. */
function officeOf(me: Me, chosen: string | undefined): Office | undefined {
  const wanted = [chosen, localStorage.getItem(officeKey(me.account.id)), me.activeOfficeId]
  for (const id of wanted) {
    const found = me.offices.find((office) => office.id === id)
    if (found) return found
  }
  return me.offices[0]
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionProvider above it')
  return session
}

/** The person signed in. Only for pages inside the shell, which is drawn for nobody else. */
export function useMe(): Me {
  const { me } = useSession()
  if (!me) throw new Error('useMe is for pages inside the shell')
  return me
}

export function useMay(permission: string): boolean {
  return useSession().may(permission)
}

/** The day that deadlines and offices are counted against, as the server says; the wall's until it has answered. */
export function useToday(): string {
  return useQuery(sessionQueries.system()).data?.today ?? today()
}
