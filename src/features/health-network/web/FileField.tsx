import { CloseButton, Input } from '@mantine/core'

import { useWrite } from '#platform/web/api/index.ts'
import { FileDrop } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { formWords } from './form-words.ts'
import { keepFile } from './queries.ts'

interface FileFieldProps {
  label: string
  error: string | undefined
  value: string | null
  onChange: (id: string | null) => void
}

/** Uploaded as soon as it is chosen; the record then names it. */
export function FileField({ label, error, value, onChange }: FileFieldProps) {
  const say = useWords(formWords)
  const write = useWrite({ send: keepFile, onDone: (file) => onChange(file.id) })
  return (
    <Input.Wrapper label={label} error={error} size="md" labelElement="div">
      {value ? (
        <p>
          {say.fileKept(write.data?.name ?? '')}{' '}
          <CloseButton aria-label={say.clearPlace} onClick={() => onChange(null)} />
        </p>
      ) : (
        <FileDrop
          accept={['.pdf', '.jpg', '.jpeg', '.png', '.webp', '.docx']}
          maxBytes={20_000_000}
          hint={say.fileHint}
          camera
          disabled={write.isPending}
          onFiles={([file]) => file && write.mutate(file)}
        />
      )}
    </Input.Wrapper>
  )
}
