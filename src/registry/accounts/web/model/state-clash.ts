import type { Account } from '../../domain/index.ts'

type State = Account['state']

/**
 * Two people dealt with one account at once. When the other one already did what was wanted, there is nothing left to
 * decide; when the account stands the other way, the person chooses (the version alone says only that it changed).
 */
export function settleStateClash(wanted: State, current: Pick<Account, 'state'>): 'already-so' | 'choose' {
  return current.state === wanted ? 'already-so' : 'choose'
}
