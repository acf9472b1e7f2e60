import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useState } from 'react'

import { useWords } from '../words/index.ts'
import styles from './LifecycleView.module.css'
import type { LifecycleMove } from './LifecycleView.tsx'
import { words } from './words.ts'

interface MoveDialogProps {
  move: LifecycleMove
  onClose: () => void
  onConfirm: (reason: string) => void
}

/** Says what a move does and asks why, before it is made. */
export function MoveDialog({ move, onClose, onConfirm }: MoveDialogProps) {
  const say = useWords(words)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const missing = move.reason === 'required' && reason.trim() === ''

  return (
    <Modal opened onClose={onClose} title={move.label} closeButtonProps={{ 'aria-label': say.close }}>
      {move.explain && <p className={styles.explain}>{move.explain}</p>}
      {move.reason && (
        <Textarea
          label={move.reason === 'required' ? say.reason : say.reasonOptional}
          autosize
          minRows={3}
          data-autofocus
          value={reason}
          error={tried && missing && say.reasonMissing}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={onClose}>
          {say.cancel}
        </Button>
        <Button onClick={() => (missing ? setTried(true) : onConfirm(reason.trim()))}>{move.label}</Button>
      </Group>
    </Modal>
  )
}
