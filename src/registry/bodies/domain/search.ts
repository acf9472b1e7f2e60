import { expandUnitQuery, foldName } from '#registry/units/domain/index.ts'
import { normaliseBody } from './normalise.ts'

/**
 * What is stored beside a body for the picker: every word of its names and aliases once, abbreviated and written out,
 * and the initials of its short name, each after a space so that `like '% word%'` finds beginnings of words.
 */
export function bodySearchText(body: {
  name: string
  shortName: string
  aliases: readonly string[]
}): string {
  const texts = [body.name, body.shortName, ...body.aliases]
  const words = texts.flatMap((text) => [...foldName(text).split(' '), ...normaliseBody(text).split(' ')])
  const initials = foldName(body.shortName)
    .split(' ')
    .map((word) => word.charAt(0))
    .join('')
  return [...new Set([...words, initials])]
    .filter((word) => word !== '')
    .map((word) => ` ${word}`)
    .join('')
}

/** The ways to read what a person typed; a body is found when all words of one of them begin words of its names. */
export function bodySearchWords(query: string): string[][] {
  const ways = [foldName(query).split(' '), normaliseBody(query).split(' '), expandUnitQuery(query)]
  const distinct = new Map(ways.map((words) => [words.join(' '), words.filter((word) => word !== '')]))
  return [...distinct.values()].filter((words) => words.length > 0)
}
