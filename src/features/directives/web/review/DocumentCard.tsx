import { IconChevronDown, IconChevronRight, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { formatDate, useWords } from '#platform/web/words/index.ts'
import { type Directive, type DocumentContent, lowConfidence, type Party } from '../../domain/index.ts'
import { documentOwner } from '../text/marks.ts'
import { documentFieldNames, kindNames, levelNames, words as common } from '../words.ts'
import { BodySearch } from './BodySearch.tsx'
import { DocumentFieldEditor, ReferenceEditor, SignerEditor } from './document-editors.tsx'
import { FieldChip } from './FieldChip.tsx'
import { FieldRow } from './FieldRow.tsx'
import { PartyChip } from './PartyChip.tsx'
import styles from './register.module.css'
import { useReview, useReviewStore } from './review-state.ts'
import { useTools } from './tools.ts'
import { words } from './words.ts'

type Simple = 'kind' | 'number' | 'date' | 'meetingDate' | 'issuer' | 'issuerLevel' | 'province' | 'title'
const simpleFields: readonly Simple[] = [
  'kind',
  'number',
  'date',
  'title',
  'issuer',
  'issuerLevel',
  'province',
  'meetingDate',
]

/** The document's own data and its recipients, linked to their words like the tasks below. */
export function DocumentCard({ directive }: { directive: Directive }) {
  const say = useWords(words)
  const tools = useTools()
  const store = useReviewStore()
  const open = useReview((state) => state.active?.taskId === documentOwner)
  const mayEdit = open && !tools.readOnly
  const set = (changes: Partial<DocumentContent>) => tools.act({ kind: 'edit-document', changes })

  return (
    <article
      className={styles.card}
      data-card={documentOwner}
      data-active={open || undefined}
      aria-label={say.register.document}
    >
      <button
        type="button"
        className={styles.documentHead}
        aria-expanded={open}
        onClick={() => (open ? store.set({ active: null }) : tools.go(documentOwner, null, 'register'))}
      >
        {open ? <IconChevronDown size={16} stroke={1.8} /> : <IconChevronRight size={16} stroke={1.8} />}
        {say.register.document}
      </button>
      <div className={styles.fields} data-active={open || undefined}>
        {simpleFields.map((field) => (
          <SimpleRow
            key={field}
            field={field}
            directive={directive}
            open={open}
            mayEdit={mayEdit}
            onSet={set}
          />
        ))}
        <SignerRow directive={directive} open={open} mayEdit={mayEdit} onSet={set} />
        <ReferencesRow directive={directive} open={open} mayEdit={mayEdit} onSet={set} />
        <Recipients directive={directive} open={open} mayEdit={mayEdit} onSet={set} />
      </div>
    </article>
  )
}

interface RowProps {
  directive: Directive
  open: boolean
  mayEdit: boolean
  onSet: (changes: Partial<DocumentContent>) => void
}

const isLow = (directive: Directive, field: string) =>
  directive.state === 'draft' && (directive.evidence[field]?.confidence ?? 1) < lowConfidence

function SimpleRow({ field, directive, open, mayEdit, onSet }: RowProps & { field: Simple }) {
  const label = useWords(documentFieldNames)[field]
  const shown = useShown(field, directive.document)
  // The title is long; folded, the heading of the page already says it.
  if (!shown && !mayEdit) return null
  if (!open && (field === 'title' || field === 'issuerLevel' || field === 'province')) return null
  return (
    <FieldRow label={label} active={open}>
      <FieldChip
        taskId={documentOwner}
        field={field}
        active={open}
        low={isLow(directive, field)}
        label={label}
        look={shown ? 'value' : 'add'}
        {...(mayEdit && {
          editor: (close: () => void) => (
            <DocumentFieldEditor
              field={field}
              label={label}
              document={directive.document}
              onSave={onSet}
              onClose={close}
            />
          ),
        })}
      >
        {shown ?? <IconPlus size={14} stroke={1.8} aria-hidden="true" />}
      </FieldChip>
    </FieldRow>
  )
}

function useShown(field: Simple, content: DocumentContent): ReactNode {
  const kinds = useWords(kindNames)
  const levels = useWords(levelNames)
  if (field === 'kind') return content.kind && kinds[content.kind]
  if (field === 'issuerLevel') return content.issuerLevel && levels[content.issuerLevel]
  if (field === 'date' || field === 'meetingDate') {
    const day = content[field]
    return day && formatDate(day)
  }
  return content[field]
}

function SignerRow({ directive, open, mayEdit, onSet }: RowProps) {
  const label = useWords(documentFieldNames).signer
  const { signer } = directive.document
  if (!signer && !mayEdit) return null
  const shown = signer && [signer.onBehalf, signer.title, signer.name].filter(Boolean).join(' · ')
  return (
    <FieldRow label={label} active={open}>
      <FieldChip
        taskId={documentOwner}
        field="signer"
        active={open}
        low={isLow(directive, 'signer')}
        label={label}
        look={shown ? 'value' : 'add'}
        {...(mayEdit && {
          editor: (close: () => void) => <SignerEditor signer={signer} onSave={onSet} onClose={close} />,
        })}
      >
        {shown || <IconPlus size={14} stroke={1.8} aria-hidden="true" />}
      </FieldChip>
    </FieldRow>
  )
}

function ReferencesRow({ directive, open, mayEdit, onSet }: RowProps) {
  const label = useWords(documentFieldNames).references
  const { references } = directive.document
  if ((references.length === 0 && !mayEdit) || !open) return null
  const editor = (at: number) => (close: () => void) => (
    <ReferenceEditor references={references} at={at} onSave={onSet} onClose={close} />
  )
  return (
    <FieldRow label={label} active={open}>
      {references.map((reference, i) => (
        <FieldChip
          key={i}
          taskId={documentOwner}
          field={`references/${i}`}
          active={open}
          low={isLow(directive, `references/${i}`)}
          label={label}
          {...(mayEdit && { editor: editor(i) })}
        >
          {[reference.kind, reference.number].filter(Boolean).join(' ')}
        </FieldChip>
      ))}
      {mayEdit && (
        <FieldChip
          taskId={documentOwner}
          field={`references/${references.length}`}
          active
          label={label}
          look="add"
          editor={editor(references.length)}
        >
          <IconPlus size={14} stroke={1.8} aria-hidden="true" />
        </FieldChip>
      )}
    </FieldRow>
  )
}

function Recipients({ directive, open, mayEdit, onSet }: RowProps) {
  const parties = directive.document.recipients
  const say = useWords(words)
  const name = useWords(common)
  const label = useWords(documentFieldNames).recipients
  const tools = useTools()
  const set = (recipients: Party[]) => onSet({ recipients })
  return (
    <FieldRow label={label} active={open}>
      {parties.length === 0 && !mayEdit && <span className={styles.label}>{say.register.none}</span>}
      {(open ? parties : parties.slice(0, 4)).map((party, i) => (
        <PartyChip
          key={i}
          taskId={documentOwner}
          field={`recipients/${i}`}
          label={label}
          party={party}
          active={open}
          low={isLow(directive, `recipients/${i}`)}
          onChange={
            mayEdit
              ? (next) => set(next ? parties.with(i, next) : parties.filter((_, other) => other !== i))
              : undefined
          }
        />
      ))}
      {!open && parties.length > 4 && <span className={styles.label}>{name.more(parties.length - 4)}</span>}
      {mayEdit && (
        <FieldChip
          taskId={documentOwner}
          field="recipients/+"
          active
          label={say.party.addTo(label)}
          look="add"
          editor={(close) => (
            <BodySearch
              onChoose={(body) => {
                tools.learnBody(body)
                set([...parties, { name: body.name, bodyIds: [body.id], how: 'chosen' }])
                close()
              }}
              onWords={(written) => {
                set([...parties, { name: written, bodyIds: [], how: 'none' }])
                close()
              }}
            />
          )}
        >
          <IconPlus size={14} stroke={1.8} aria-hidden="true" />
        </FieldChip>
      )}
    </FieldRow>
  )
}
