import { Button, Group } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'

import { useProblemText } from '#platform/web/api/index.ts'
import { useMe } from '#platform/web/session/index.ts'
import { FileDrop, ProgressJob } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { key } from '../queries.ts'
import styles from './list.module.css'
import { PasteDialog } from './PasteDialog.tsx'
import { giveUpUpload, resumeUploads, retryUpload, startUpload, useUploads } from './uploads.ts'
import { words } from './words.ts'

const endings = ['.txt', '.md', '.docx', '.pdf', '.png', '.jpg', '.jpeg', '.webp', '.tif', '.tiff', '.bmp']
const maxBytes = 60_000_000

interface IntakeProps {
  /** The frame for files is shown; what is on its way is shown in any case. */
  opened: boolean
  pasting: boolean
  onPasting: (open: boolean) => void
}

/** Where documents come in: dropped, chosen, photographed or pasted. */
export function Intake({ opened, pasting, onPasting }: IntakeProps) {
  const say = useWords(words)
  const problem = useProblemText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { account } = useMe()
  const uploads = useUploads()

  const arrived = useCallback(() => void queries.invalidateQueries({ queryKey: key.lists }), [queries])
  useEffect(() => void resumeUploads(account.id, arrived), [account.id, arrived])

  function take(files: File[]) {
    const alone = files.length === 1
    for (const file of files) {
      void startUpload(account.id, file, (id) => {
        arrived()
        // Of several files none is the one to open.
        if (alone) void navigate({ to: `/van-ban/${id}` })
      })
    }
  }

  return (
    <div className={styles.intake}>
      {opened && (
        <FileDrop accept={endings} maxBytes={maxBytes} multiple camera hint={say.drop} onFiles={take} />
      )}
      {uploads.map((upload) => (
        <div key={upload.id}>
          <ProgressJob
            title={upload.name}
            state={upload.state === 'sending' ? 'running' : 'failed'}
            done={Math.round(upload.share * 100)}
            total={100}
            unit={say.unit}
            note={
              upload.state === 'sending'
                ? say.sending
                : `${problem(upload.error)} ${upload.state === 'waiting' ? say.waitsHere : ''}`
            }
            onCancel={() => giveUpUpload(upload.id)}
            {...(upload.state === 'waiting' && { onResume: () => retryUpload(upload.id, arrived) })}
          />
          {upload.state !== 'sending' && (
            <Group justify="flex-end">
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => giveUpUpload(upload.id)}>
                {say.giveUp}
              </Button>
            </Group>
          )}
        </div>
      ))}
      <PasteDialog opened={pasting} onClose={() => onPasting(false)} />
    </div>
  )
}
