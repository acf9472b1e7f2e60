import { useLocation } from '@tanstack/react-router'

import type { Kind } from '../domain/index.ts'

/** The same pages stand twice: for offices over their units, and for an enterprise over its own safety groups. */
export interface Lens {
  readonly name: 'network' | 'own'
  readonly api: string
  readonly page: string
  readonly may: string
}

const lenses = {
  network: {
    name: 'network',
    api: '/api/health-network/records',
    page: '/y-te-co-so',
    may: 'health-network.record',
  },
  own: { name: 'own', api: '/api/health-network/own', page: '/to-an-toan', may: 'safety-groups.record' },
} as const

export function useLens(): Lens {
  const { pathname } = useLocation()
  return pathname.startsWith(lenses.own.page) ? lenses.own : lenses.network
}

/** Writes of the field wait on the device under this name. */
export const fieldKind = 'health-network'

export const pageOfKind = (lens: Lens, kind: Kind) =>
  lens.name === 'own' ? lens.page : `${lens.page}?kind=${kind}`
