import { ActionIcon, Progress } from '@mantine/core'
import { IconAlertTriangle, IconPaperclip, IconX } from '@tabler/icons-react'

import { useProblemText } from '#platform/web/api/index.ts'
import { FileDrop } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { words } from './dialog-words.ts'
import styles from './follow.module.css'
import { evidenceBytes, evidenceEndings, type useEvidence } from './use-evidence.ts'

/** Files that show what was done. Each leaves at once; what the server does not take says why. */
export function EvidenceField({ evidence }: { evidence: ReturnType<typeof useEvidence> }) {
  const say = useWords(words)
  const problem = useProblemText()
  return (
    <div className={styles.evidenceField}>
      <FileDrop
        accept={evidenceEndings}
        maxBytes={evidenceBytes}
        multiple
        camera
        hint={say.report.files}
        onFiles={evidence.add}
      />
      <ul className={styles.files}>
        {evidence.items.map((item) => (
          <li key={item.id} data-state={item.state}>
            {item.state === 'failed' ? (
              <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
            ) : (
              <IconPaperclip size={16} stroke={1.8} aria-hidden="true" />
            )}
            <span>
              {item.name}
              {item.state === 'failed' && (
                <span role="alert">
                  {' '}
                  · {item.problem instanceof Error ? problem(item.problem) : say.report.fileFailed}
                </span>
              )}
              {item.state === 'sending' && (
                <Progress size="xs" value={item.share * 100} aria-label={item.name} />
              )}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={say.report.remove(item.name)}
              onClick={() => evidence.remove(item.id)}
            >
              <IconX size={16} stroke={1.8} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </div>
  )
}
