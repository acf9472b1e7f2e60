import { Button, FileButton } from '@mantine/core'
import { IconDownload, IconPaperclip } from '@tabler/icons-react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { formatSize, useLanguage, useWords } from '#platform/web/words/index.ts'
import { Done, type Incident } from '../../domain/index.ts'
import { keys } from '../queries.ts'
import styles from './incidents.module.css'
import { words } from './words.ts'

/** Photos, recordings, papers. The server judges what a file is by its bytes. */
export function Files({ incident }: { incident: Incident }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const url = `/api/incidents/${incident.id}/files`
  const add = useWrite({
    send: (file: File, requestId) => {
      const form = new FormData()
      form.append('file', file)
      return api.upload(url, Done, form, { requestId })
    },
    refresh: [keys.incidents],
    done: () => say.done,
  })
  return (
    <div className={styles.form}>
      {incident.files.length === 0 && <p className={styles.quiet}>{say.noFiles}</p>}
      {incident.files.map((file) => (
        <div key={file.id}>
          <Button
            variant="subtle"
            size="compact-md"
            leftSection={<IconDownload size={16} stroke={1.6} />}
            onClick={() => void api.save(`${url}/${file.id}`, {}, file.name)}
          >
            {file.name} ({formatSize(file.size, language)})
          </Button>
        </div>
      ))}
      {incident.mayAdd && (
        <div>
          <FileButton onChange={(file) => file && add.mutate(file)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={add.isPending}
                leftSection={<IconPaperclip size={16} stroke={1.6} />}
              >
                {say.addFile}
              </Button>
            )}
          </FileButton>
        </div>
      )}
    </div>
  )
}
