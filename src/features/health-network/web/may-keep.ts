import { useSession } from '#platform/web/session/index.ts'
import { type Kind, mayKeep } from '../domain/index.ts'

/** May the office record such things anywhere? The server asks again, and where. */
export function useMayKeep(kind: Kind): boolean {
  const { may, office } = useSession()
  return may('health-network.record') && mayKeep(office?.bodyKind, kind)
}
