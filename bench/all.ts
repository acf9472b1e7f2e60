// Prints every figure of the product and fails when one is above its bound: `npm run bench`, or `npm run bench inbox`.
import { benchBoard } from './board.ts'
import { benchDocuments } from './documents.ts'
import type { Figure } from './figure.ts'
import { benchFirstLoad } from './first-load.ts'
import { benchFootprint } from './footprint.ts'
import { withGround } from './ground.ts'
import { benchImport } from './import.ts'
import { benchInbox } from './inbox.ts'
import { benchLive } from './live.ts'
import { benchIndicators } from './indicators.ts'
import { benchReader } from './reader.ts'
import { benchSearch } from './search.ts'

const benches: Record<string, () => Promise<Figure[]>> = {
  reader: benchReader,
  documents: benchDocuments,
  import: () => withGround(({ db }) => benchImport(db)),
  inbox: benchInbox,
  indicators: benchIndicators,
  board: benchBoard,
  search: benchSearch,
  live: benchLive,
  footprint: benchFootprint,
  'first-load': benchFirstLoad,
}

const wanted = process.argv.slice(2)
const names = wanted.length > 0 ? wanted : Object.keys(benches)
let above = 0
for (const name of names) {
  const bench = benches[name]
  if (!bench) throw new Error(`there is no bench “${name}”; there are: ${Object.keys(benches).join(', ')}`)
  console.log(`\n${name}`)
  for (const figure of await bench()) {
    const over = figure.most !== undefined && figure.value > figure.most
    if (over) above++
    const bound = figure.most === undefined ? '' : `  (at most ${figure.most}${over ? ' – ABOVE' : ''})`
    const note = figure.note ? `  ${figure.note}` : ''
    console.log(
      `  ${format(figure.value).padStart(10)} ${figure.unit.padEnd(8)} ${figure.name}${bound}${note}`,
    )
  }
}
process.exitCode = above > 0 ? 1 : 0

function format(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2)
}
