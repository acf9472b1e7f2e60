import { ActionIcon } from '@mantine/core'
import { IconAlertTriangle, IconPaperclip, IconX } from '@tabler/icons-react'

import { FileDrop } from '#platform/web/ui/index.ts'
import { formatSize, useLanguage, useWords } from '#platform/web/words/index.ts'
import styles from './incidents.module.css'
import type { usePhotos } from './use-photos.ts'
import { words } from './words.ts'

const endings = ['.jpg', '.jpeg', '.png', '.webp', '.heic', '.mp4', '.m4a', '.mp3', '.ogg', '.webm', '.pdf']
/** As the server takes it. */
const largest = 20_000_000

/** Photographs and recordings that follow the report: the words go first, and nothing waits for a picture. */
export function PhotoField({ photos, add, remove }: ReturnType<typeof usePhotos>) {
  const say = useWords(words)
  const { language } = useLanguage()
  return (
    <div>
      <p className={styles.label}>{say.photos}</p>
      <FileDrop accept={endings} maxBytes={largest} multiple camera hint={say.photosHow} onFiles={add} />
      <ul className={styles.chosen}>
        {photos.map(({ id, file, refused }) => (
          <li key={id}>
            {refused ? (
              <IconAlertTriangle size={16} stroke={1.6} aria-hidden="true" />
            ) : (
              <IconPaperclip size={16} stroke={1.6} aria-hidden="true" />
            )}
            <span>
              {file.name} <span className={styles.quiet}>{formatSize(file.size, language)}</span>
              {refused && <span className={styles.warning}> {say.photoRefused(refused)}</span>}
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={say.dropPhoto(file.name)}
              onClick={() => remove(id)}
            >
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </div>
  )
}
