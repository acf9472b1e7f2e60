import { newId } from '#platform/web/chance.ts'

/** Letters and digits that cannot be taken for one another when they are read from paper or over the telephone. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const groups = 4
const groupLength = 4

/**
 * A first password: sixteen of 31 letters are 79 bits, in four groups so that a person can copy it from paper without
 * losing the place. It is handed over once and changed at the first sign-in.
 */
export function firstPassword(id: () => string = newId): string {
  const found: string[] = []
  while (found.length < groups * groupLength) found.push(...lettersOf(id()))
  return Array.from({ length: groups }, (_, at) =>
    found.slice(at * groupLength, (at + 1) * groupLength).join(''),
  ).join('-')
}

/**
 * The random bytes of an id are the only ones a page can get (platform/web/chance.ts). Two of its sixteen bytes carry
 * fixed bits and are left out; a byte beyond the last whole multiple of 31 would favour some letters.
 */
function lettersOf(id: string): string[] {
  const bytes = id.replaceAll('-', '').match(/../g) ?? []
  const fair = 256 - (256 % letters.length)
  return bytes
    .filter((_, at) => at !== 6 && at !== 8)
    .map((byte) => Number.parseInt(byte, 16))
    .filter((value) => value < fair)
    .map((value) => letters.charAt(value % letters.length))
}
