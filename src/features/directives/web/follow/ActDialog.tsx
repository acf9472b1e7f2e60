import { Button, Group, Modal, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'

import { useWords } from '#platform/web/words/index.ts'
import { words } from './dialog-words.ts'
import styles from './follow.module.css'

interface ActDialogProps {
  title: string
  /** What happens when the button is pressed, in words with numbers. */
  explain: string
  /** The verb on the button that does it. */
  act: string
  /** Its label when something may or must be said with it. */
  ask?: string
  required?: boolean
  /** More fields, above the text. */
  children?: ReactNode
  ready?: boolean
  loading: boolean
  onAct: (text: string) => void
  onClose: () => void
}

/** The last look before an act on a task: what will happen, what must be said with it, one button. */
export function ActDialog(props: ActDialogProps) {
  const {
    title,
    explain,
    act,
    ask,
    required = false,
    children,
    ready = true,
    loading,
    onAct,
    onClose,
  } = props
  const say = useWords(words)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const short = required && text.trim().length < 3
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': say.close }}>
      <p className={styles.explain}>{explain}</p>
      {children}
      {ask && (
        <Textarea
          label={ask}
          autosize
          minRows={3}
          maxLength={1000}
          data-autofocus
          value={text}
          error={tried && short && say.reasonShort}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {say.cancel}
        </Button>
        <Button
          loading={loading}
          disabled={!ready}
          onClick={() => (short ? setTried(true) : onAct(text.trim()))}
        >
          {act}
        </Button>
      </Group>
    </Modal>
  )
}
