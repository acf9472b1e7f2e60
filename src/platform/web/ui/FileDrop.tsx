import { Button, Group } from '@mantine/core'
import { IconCamera, IconFileUpload } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'

import { formatSize, useLanguage, useWords } from '../words/index.ts'
import { acceptFiles, type FileRules, type Refusal } from './accept-files.ts'
import styles from './FileDrop.module.css'
import { words } from './words.ts'

interface FileDropProps extends Partial<FileRules> {
  accept: readonly string[]
  maxBytes: number
  /** What may be given here, in words: "DOCX, PDF, ảnh chụp hoặc văn bản, đến 50 MB". */
  hint: ReactNode
  onFiles: (files: File[]) => void
  /** Offers the camera of a phone; `accept` must hold image endings. */
  camera?: boolean
  disabled?: boolean
}

/** Files by dropping, pasting, choosing or photographing. What is refused is named with the reason. */
export function FileDrop({
  accept,
  maxBytes,
  multiple = false,
  hint,
  onFiles,
  camera,
  disabled = false,
}: FileDropProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const chooser = useRef<HTMLInputElement>(null)
  const photographer = useRef<HTMLInputElement>(null)

  function take(list: FileList | null | undefined) {
    if (!list || list.length === 0 || disabled) return
    const judged = acceptFiles(Array.from(list), { accept, maxBytes, multiple })
    setRefused(judged.refused)
    if (judged.accepted.length > 0) onFiles(judged.accepted)
  }
  const takeLatest = useRef(take)
  useEffect(() => {
    takeLatest.current = take
  })

  useEffect(() => {
    function onPaste(event: ClipboardEvent) {
      if (!event.clipboardData?.files.length) return
      event.preventDefault()
      takeLatest.current(event.clipboardData.files)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [])

  return (
    <div
      className={styles.drop}
      data-over={over || undefined}
      data-disabled={disabled || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!disabled)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <IconFileUpload size={32} stroke={1.3} aria-hidden="true" />
      <p className={styles.ask}>{over ? say.files.release : say.files.drop}</p>
      <Group gap="xs" justify="center">
        <Button disabled={disabled} onClick={() => chooser.current?.click()}>
          {say.files.choose}
        </Button>
        {camera && (
          <Button
            variant="default"
            className={styles.camera ?? ''}
            disabled={disabled}
            leftSection={<IconCamera size={16} stroke={1.6} />}
            onClick={() => photographer.current?.click()}
          >
            {say.files.camera}
          </Button>
        )}
      </Group>
      <p className={styles.hint}>{hint}</p>
      {refused.length > 0 && (
        <div role="alert">
          <ul className={styles.refused}>
            {refused.map((refusal) => (
              <li key={'name' in refusal ? refusal.name : refusal.why}>{refusalText(refusal)}</li>
            ))}
          </ul>
        </div>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        accept={accept.join(',')}
        multiple={multiple}
        onChange={(event) => {
          take(event.currentTarget.files)
          // Choosing the same file again after a failure must be noticed.
          event.currentTarget.value = ''
        }}
      />
      <input
        ref={photographer}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        onChange={(event) => {
          take(event.currentTarget.files)
          event.currentTarget.value = ''
        }}
      />
    </div>
  )

  function refusalText(refusal: Refusal): string {
    switch (refusal.why) {
      case 'kind':
        return say.files.wrongKind(
          refusal.name,
          accept.map((ending) => ending.slice(1).toUpperCase()).join(', '),
        )
      case 'size':
        return say.files.tooBig(
          refusal.name,
          formatSize(refusal.bytes, language),
          formatSize(maxBytes, language),
        )
      case 'empty':
        return say.files.empty(refusal.name)
      case 'count':
        return say.files.onlyOne
    }
  }
}
