import { readFile } from 'node:fs/promises'

import type { Db } from '#platform/server/db.ts'
import {
  codeLists,
  findCodeList,
  nationOf,
  provincePath,
  readSuccessors,
  readUnits,
  type Unit,
} from '../domain/index.ts'
import { listUnitsOfList, saveSuccessors, saveUnits } from './store.ts'

const data = (name: string) => readFile(new URL(`../data/${name}`, import.meta.url), 'utf8')
const files: Record<string, string> = { 'vn-2021': 'units-2021.csv', 'vn-2025': 'units-2025.csv' }

/**
 * Loads one of the lists that ship with the product. `provinces` (codes) limits what is loaded below the provinces;
 * every province itself is always there, since one writes to others too. When both lists are in, what became of the old
 * units is recorded. Doing it again changes nothing. Answers how many units were added.
 */
export async function loadStandardUnits(
  tx: Db,
  codeListId: string,
  provinces?: readonly string[],
): Promise<number> {
  const list = findCodeList(codeListId)
  const file = files[codeListId]
  if (!list || !file)
    throw new Error(
      `no standard units for the code list "${codeListId}"; there are: ${Object.keys(files).join(', ')}`,
    )
  const { units, errors } = readUnits(await data(file), list, new Map())
  if (errors.length > 0) throw new Error(`${file} is damaged: ${JSON.stringify(errors[0])}`)
  const wanted = new Set(provinces?.map((code) => `${list.root}.p${code}`))
  const isWanted = (unit: Unit) =>
    !provinces || unit.level === 'province' || wanted.has(provincePath(unit.path) ?? '')
  const { added } = await saveUnits(tx, [nationOf(list), ...units.filter(isWanted)])
  await connectLists(tx)
  return added
}

async function connectLists(tx: Db) {
  const [from, to] = codeLists.map((list) => list.id) as [string, string]
  const ids = new Set(
    [...(await listUnitsOfList(tx, from)), ...(await listUnitsOfList(tx, to))].map((unit) => unit.id),
  )
  if (!ids.has(`${from}:vn`) || !ids.has(`${to}:vn`)) return
  // Where only some provinces are loaded, arrows from or to the others have no end to hold on to.
  const text = await data('successors-2025.csv')
  const [head = '', ...rows] = text.trim().split('\n')
  const present = rows.filter((row) => {
    const [old, now] = row.split(',')
    return ids.has(`${from}:${old}`) && ids.has(`${to}:${now}`)
  })
  const { arrows } = readSuccessors([head, ...present].join('\n'), { from, to }, ids)
  await saveSuccessors(tx, arrows)
}
