import { type Language, useLanguage } from '../words/index.ts'
import { ApiProblem } from './problem.ts'
import { words } from './words.ts'

type Text = keyof (typeof words)['vi']

const byCode: Readonly<Record<string, Text>> = {
  'network.not-reached': 'notReached',
  'device.not-stored': 'notStored',
  'device.file-lost': 'fileLost',
  'page.not-loaded': 'pageNotLoaded',
  'answer.unreadable': 'unreadable',
  'answer.unexpected': 'unreadable',
  'request.invalid': 'invalid',
  'request.id-taken': 'idTaken',
  'action.forbidden': 'forbidden',
  'subject.not-found': 'notFound',
  'subject.stale': 'stale',
  'lifecycle.illegal-move': 'illegalMove',
  internal: 'server',
}

const byStatus: Readonly<Record<number, Text>> = {
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  413: 'tooLarge',
  429: 'tooMany',
}

/**
 * What went wrong, for people. A code this page knows is said in its language; a code of a single feature keeps
 * the sentence its server wrote, which says more than "request failed".
 */
export function problemText(error: unknown, language: Language): string {
  const say = words[language]
  if (!(error instanceof ApiProblem)) return say.unknown
  const known = byCode[error.code]
  if (known) return say[known]
  if (error.message && error.status < 500) return error.message
  return say[byStatus[error.status] ?? 'server']
}

export function useProblemText(): (error: unknown) => string {
  const { language } = useLanguage()
  return (error) => problemText(error, language)
}
