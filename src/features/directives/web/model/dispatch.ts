import type { BodyLabel, Directive, Party } from '../../domain/index.ts'
import { liveTasks, type PartyList, partyLists } from './fields.ts'

/** One body that the directive goes to, and why. The numbers are those of the tasks in the register. */
export interface Receiver {
  body: BodyLabel
  /** Named in “Nơi nhận”. */
  recipient: boolean
  tasks: Readonly<Record<PartyList, readonly number[]>>
}

export interface Dispatch {
  /** Bodies with tasks first, those that lead most tasks at the top, then by name. */
  receivers: Receiver[]
  /** Names that stand for no real body: nothing reaches them. */
  unknown: Array<{ name: string; taskIds: string[]; recipient: boolean }>
}

/** Who gets what when the directive is issued, from the register as it stands on the page. */
export function dispatchOf(directive: Pick<Directive, 'tasks' | 'document' | 'bodies'>): Dispatch {
  const labels = new Map(directive.bodies.map((body) => [body.id, body]))
  const receivers = new Map<
    string,
    { body: BodyLabel; recipient: boolean; tasks: Record<PartyList, number[]> }
  >()
  const unknown = new Map<string, { name: string; taskIds: string[]; recipient: boolean }>()

  const receiver = (id: string) => {
    const found = receivers.get(id)
    if (found) return found
    const made = {
      body: labels.get(id) ?? { id, name: '…', unitName: '' },
      recipient: false,
      tasks: { lead: [], coordinate: [], directs: [], reportTo: [], reportVia: [] },
    }
    receivers.set(id, made)
    return made
  }
  const nobody = (party: Party) => {
    const key = party.name.toLowerCase()
    const entry = unknown.get(key) ?? { name: party.name, taskIds: [], recipient: false }
    unknown.set(key, entry)
    return entry
  }

  for (const party of directive.document.recipients) {
    for (const id of party.bodyIds) receiver(id).recipient = true
    if (party.bodyIds.length === 0) nobody(party).recipient = true
  }
  liveTasks(directive.tasks).forEach((task, i) => {
    for (const list of partyLists) {
      for (const party of task.content[list]) {
        for (const id of party.bodyIds) receiver(id).tasks[list].push(i + 1)
        if (party.bodyIds.length === 0) nobody(party).taskIds.push(task.id)
      }
    }
  })
  return { receivers: [...receivers.values()].sort(inOrder), unknown: [...unknown.values()] }
}

function inOrder(a: Receiver, b: Receiver): number {
  const count = (receiver: Receiver) => partyLists.reduce((sum, list) => sum + receiver.tasks[list].length, 0)
  return (
    b.tasks.lead.length - a.tasks.lead.length ||
    count(b) - count(a) ||
    a.body.name.localeCompare(b.body.name, 'vi')
  )
}
