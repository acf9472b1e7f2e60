import { ActionIcon, Button } from '@mantine/core'
import { IconTrash, IconX } from '@tabler/icons-react'

import { useWords } from '#platform/web/words/index.ts'
import type { Party } from '../../domain/index.ts'
import type { BodyChoice } from '../queries.ts'
import { BodySearch } from './BodySearch.tsx'
import styles from './register.module.css'
import { useTools } from './tools.ts'
import { words } from './words.ts'

interface PartyEditorProps {
  party: Party
  /** `null` takes the party out of the field. */
  onChange: (party: Party | null) => void
  onClose: () => void
}

/** Which real bodies a name stands for. A name nobody was found for keeps its words; a wrong one is replaced whole. */
export function PartyEditor({ party, onChange, onClose }: PartyEditorProps) {
  const say = useWords(words)
  const tools = useTools()
  const known = party.bodyIds.length > 0

  function choose(body: BodyChoice) {
    tools.learnBody(body)
    onChange({ name: known ? body.name : party.name, bodyIds: [body.id], how: 'chosen' })
    onClose()
  }

  return (
    <div>
      <p className={styles.editorTitle}>{party.name}</p>
      {known ? (
        <>
          <p className={styles.hint}>{say.party.real}</p>
          <ul className={styles.behind}>
            {party.bodyIds.map((id) => (
              <li key={id}>
                <span>{tools.labelOf(id)?.name ?? '…'}</span>
                <ActionIcon
                  size="sm"
                  aria-label={say.party.removeBody(tools.labelOf(id)?.name ?? '')}
                  onClick={() =>
                    onChange({
                      ...party,
                      bodyIds: party.bodyIds.filter((other) => other !== id),
                      how: 'chosen',
                    })
                  }
                >
                  <IconX size={14} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.warning}>{say.party.nobody}</p>
      )}
      <p className={styles.hint}>{known ? say.party.replace : say.party.attach}</p>
      <BodySearch {...(!known && { first: party.name })} onChoose={choose} />
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={14} />}
        onClick={() => {
          onChange(null)
          onClose()
        }}
      >
        {say.party.remove}
      </Button>
    </div>
  )
}
