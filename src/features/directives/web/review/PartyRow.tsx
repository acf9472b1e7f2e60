import { IconPlus } from '@tabler/icons-react'

import { useWords } from '#platform/web/words/index.ts'
import { type Party, type Task } from '../../domain/index.ts'
import { isUnsure, type PartyList } from '../model/fields.ts'
import { fieldNames } from '../words.ts'
import { BodySearch } from './BodySearch.tsx'
import { FieldChip } from './FieldChip.tsx'
import { FieldRow } from './FieldRow.tsx'
import { PartyChip } from './PartyChip.tsx'
import { useTools } from './tools.ts'
import { words } from './words.ts'

interface PartyRowProps {
  task: Task
  list: PartyList
  active: boolean
}

/** The bodies in one role of a task. */
export function PartyRow({ task, list, active }: PartyRowProps) {
  const say = useWords(words)
  const label = useWords(fieldNames)[list]
  const tools = useTools()
  const parties = task.content[list]
  const missing = list === 'lead' && parties.length === 0
  const mayEdit = active && !tools.readOnly
  if (parties.length === 0 && !mayEdit && !missing) return null

  const set = (next: Party[]) => tools.act({ kind: 'edit-task', taskId: task.id, changes: { [list]: next } })

  return (
    <FieldRow label={label} active={active} bare={parties.length === 0 && !missing} strong={list === 'lead'}>
      {parties.map((party, i) => (
        <PartyChip
          key={i}
          taskId={task.id}
          field={`${list}/${i}`}
          label={label}
          party={party}
          active={active}
          low={isUnsure(task, `${list}/${i}`)}
          inherited={list === 'lead' && task.leadInherited && party.how !== 'chosen'}
          onChange={
            mayEdit
              ? (next) => set(next ? parties.with(i, next) : parties.filter((_, other) => other !== i))
              : undefined
          }
        />
      ))}
      {missing && !mayEdit && (
        <FieldChip taskId={task.id} field="lead" active={active} warn label={label}>
          {say.register.noLead}
        </FieldChip>
      )}
      {mayEdit && (
        <FieldChip
          taskId={task.id}
          field={missing ? 'lead' : `${list}/+`}
          active
          warn={missing}
          label={say.party.addTo(label)}
          look="add"
          editor={(close) => (
            <BodySearch
              onChoose={(body) => {
                tools.learnBody(body)
                set([...parties, { name: body.name, bodyIds: [body.id], how: 'chosen' }])
                close()
              }}
              onWords={(name) => {
                set([...parties, { name, bodyIds: [], how: 'none' }])
                close()
              }}
            />
          )}
        >
          <IconPlus size={14} stroke={1.8} aria-hidden="true" />
          {missing ? say.register.noLead : parties.length === 0 && label}
        </FieldChip>
      )}
    </FieldRow>
  )
}
