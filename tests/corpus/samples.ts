import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The two directives of the demo province stand with the demo; the others are the tests' own. */
const folders = [join(import.meta.dirname, '../../src/app/demo/directives'), join(import.meta.dirname, 'own')]

const files = new Map(
  folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.txt'))
      .map((file) => [file.replace('.txt', ''), join(folder, file)] as const),
  ),
)

export const sampleNames: readonly string[] = [...files.keys()].sort()

export function sampleText(name: string): string {
  const file = files.get(name)
  if (!file) throw new Error(`no sample directive “${name}”; there are: ${sampleNames.join(', ')}`)
  return readFileSync(file, 'utf8')
}
