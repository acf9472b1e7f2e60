import type { BodyLabel, Directive } from '../../domain/index.ts'
import { liveTasks, type PartyList, partyLists } from './fields.ts'

/** One body that the directive goes to, and why. The numbers are those of the tasks in the register. */
export interface Receiver {
  body: BodyLabel
  /** Named in “Nơi nhận”. */
  recipient: boolean
  tasks: Readonly<Record<PartyList, readonly number[]>>
}

/**
 * Who gets what when the directive is issued, from the register as it stands on the page: bodies with tasks first,
 * those that lead most at the top, then by name.
 */
export function receiversOf(directive: Pick<Directive, 'tasks' | 'document' | 'bodies'>): Receiver[] {
  const labels = new Map(directive.bodies.map((body) => [body.id, body]))
  const receivers = new Map<
    string,
    { body: BodyLabel; recipient: boolean; tasks: Record<PartyList, number[]> }
  >()

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
  for (const party of directive.document.recipients) {
    for (const id of party.bodyIds) receiver(id).recipient = true
  }
  liveTasks(directive.tasks).forEach((task, i) => {
    for (const list of partyLists) {
      for (const party of task.content[list]) {
        for (const id of party.bodyIds) {
          const numbers = receiver(id).tasks[list]
          // Two names of one task may stand for the same body.
          if (numbers.at(-1) !== i + 1) numbers.push(i + 1)
        }
      }
    }
  })
  return [...receivers.values()].sort(inOrder)
}

function inOrder(a: Receiver, b: Receiver): number {
  const count = (receiver: Receiver) => partyLists.reduce((sum, list) => sum + receiver.tasks[list].length, 0)
  return (
    b.tasks.lead.length - a.tasks.lead.length ||
    count(b) - count(a) ||
    a.body.name.localeCompare(b.body.name, 'vi')
  )
}
