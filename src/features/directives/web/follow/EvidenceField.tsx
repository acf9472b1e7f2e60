import { ActionIcon } from '@mantine/core'
import { IconAlertTriangle, IconPaperclip, IconX } from '@tabler/icons-react'

import { FileDrop } from '#platform/web/ui/index.ts'
import { formatNumber, formatSize, useLanguage, useWords } from '#platform/web/words/index.ts'
import { evidenceLimitMegabytes, evidenceMost } from '../../domain/index.ts'
import { words } from './dialog-words.ts'
import styles from './follow.module.css'
import { evidenceBytes, evidenceEndings, type useEvidence } from './use-evidence.ts'

interface EvidenceFieldProps {
  evidence: ReturnType<typeof useEvidence>
  /** Files that were chosen before the page was closed: a draft keeps words, not files. */
  lost: readonly string[]
}

/** Files that show what was done. They leave with the report; what the server would not take is said here. */
export function EvidenceField({ evidence, lost }: EvidenceFieldProps) {
  const say = useWords(words).report
  const { language } = useLanguage()
  const missing = lost.filter((name) => !evidence.items.some((item) => item.file.name === name))
  return (
    <div className={styles.evidenceField}>
      <FileDrop
        accept={evidenceEndings}
        maxBytes={evidenceBytes}
        multiple
        camera
        hint={say.files(formatNumber(evidenceLimitMegabytes, language), formatNumber(evidenceMost, language))}
        onFiles={evidence.add}
      />
      {missing.length > 0 && <p className={styles.explain}>{say.chooseAgain(missing.join(', '))}</p>}
      {evidence.tooMany && (
        <p className={styles.explain} role="alert">
          {say.tooMany(formatNumber(evidenceMost, language))}
        </p>
      )}
      <ul className={styles.files}>
        {evidence.items.map(({ id, file, state, why }) => (
          <li key={id} data-state={state === 'refused' ? 'failed' : state}>
            {state === 'refused' ? (
              <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
            ) : (
              <IconPaperclip size={16} stroke={1.8} aria-hidden="true" />
            )}
            <span>
              {file.name} <small className={styles.quiet}>{formatSize(file.size, language)}</small>
              {state === 'refused' && (
                <span role="alert"> · {why ? say.fileRefused(why) : say.fileUnreadable}</span>
              )}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={say.remove(file.name)}
              onClick={() => evidence.remove(id)}
            >
              <IconX size={16} stroke={1.8} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </div>
  )
}
