import { Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconCornerLeftDown } from '@tabler/icons-react'

import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Party } from '../../domain/index.ts'
import { words as common } from '../words.ts'
import { FieldChip } from './FieldChip.tsx'
import { PartyEditor } from './PartyEditor.tsx'
import styles from './register.module.css'
import { useReview } from './review-state.ts'
import { useTools } from './tools.ts'
import { words } from './words.ts'

interface PartyChipProps {
  taskId: string
  field: string
  label: string
  party: Party
  active: boolean
  low: boolean
  inherited?: boolean
  /** Absent where it cannot be changed; `null` takes it away. */
  onChange?: ((party: Party | null) => void) | undefined
}

/** A name of the document, and how many real bodies stand behind it. */
export function PartyChip({
  taskId,
  field,
  label,
  party,
  active,
  low,
  inherited = false,
  onChange,
}: PartyChipProps) {
  const say = useWords(words)
  const name = useWords(common)
  const { language } = useLanguage()
  const tools = useTools()
  const editing = useReview((s) => active && s.editing?.taskId === taskId && s.editing.field === field)
  const many = party.bodyIds.length
  // What an officer chose, or what was guessed, is told; a name that is the body's own needs no second one.
  const told = party.how === 'chosen' || party.how === 'successor' || party.how === 'fuzzy'
  const body = told && many === 1 ? tools.labelOf(party.bodyIds[0]!)?.name : undefined
  const real = body !== party.name ? body : undefined
  const chip = (
    <span>
      <FieldChip
        taskId={taskId}
        field={field}
        active={active}
        low={low}
        warn={many === 0}
        label={label}
        {...(onChange && {
          editor: (close: () => void) => <PartyEditor party={party} onChange={onChange} onClose={close} />,
        })}
      >
        {inherited && (
          <IconCornerLeftDown
            size={13}
            stroke={1.8}
            aria-label={say.register.inherited}
            role="img"
            className={styles.inherited}
          />
        )}
        <span className={styles.name}>{party.name}</span>
        {real && <span className={styles.count}>→ {real}</span>}
        {many > 1 && <span className={styles.count}>{name.bodies(formatNumber(many, language))}</span>}
        {many === 0 && (
          <IconAlertTriangle size={13} stroke={1.8} aria-label={say.register.unknownBody} role="img" />
        )}
      </FieldChip>
    </span>
  )
  // Only in the card in hand: hundreds of tooltips would be mounted for nothing.
  if (!active) return chip
  return (
    <Tooltip label={<Behind party={party} inherited={inherited} />} position="top-start" disabled={editing}>
      {chip}
    </Tooltip>
  )
}

const mostNamed = 12

function Behind({ party, inherited }: { party: Party; inherited: boolean }) {
  const say = useWords(words)
  const { labelOf } = useTools()
  const how: Partial<Record<Party['how'], string>> = {
    successor: say.register.successor,
    fuzzy: say.register.fuzzy,
    collective: say.register.collective,
  }
  const notes = [inherited && say.register.inherited, how[party.how]].filter(Boolean).join(' · ')
  const left = party.bodyIds.length - mostNamed
  return (
    <>
      {notes && <div className={styles.note}>{notes}</div>}
      {party.bodyIds.length === 0 && say.party.nobody}
      {party.bodyIds.slice(0, mostNamed).map((id) => (
        <div key={id}>{labelOf(id)?.name ?? '…'}</div>
      ))}
      {left > 0 && <div className={styles.note}>{say.register.more(left)}</div>}
    </>
  )
}
