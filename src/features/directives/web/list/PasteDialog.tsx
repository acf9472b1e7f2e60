import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'

import { useWrite } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { useMe } from '#platform/web/session/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { PasteDirective } from '../../domain/index.ts'
import { typedWords } from '../model/typed.ts'
import { key, pasteText } from '../queries.ts'
import { words as common } from '../words.ts'
import { words } from './words.ts'

interface PasteDialogProps {
  opened: boolean
  onClose: () => void
  /** The file whose text is pasted instead. */
  name?: string
}

export function PasteDialog({ opened, onClose, name }: PasteDialogProps) {
  const say = useWords(words)
  const shared = useWords(common)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={say.pasteTitle}
      closeButtonProps={{ 'aria-label': shared.close }}
      size="xl"
    >
      {opened && <PasteForm name={name ?? say.pasted} onClose={onClose} />}
    </Modal>
  )
}

function PasteForm({ name, onClose }: { name: string; onClose: () => void }) {
  const say = useWords(words)
  const shared = useWords(common)
  const navigate = useNavigate()
  const { account } = useMe()
  // What was pasted is kept until it has arrived: it may have taken a while to put together.
  const [typed] = useState(() => typedWords(localStorage, account.id, 'paste'))
  const [given, setGiven] = useState({ name, text: typed.get('text') ?? '' })
  const [id] = useState(newId)
  const write = useWrite({
    send: (input: PasteDirective, requestId) => pasteText(input, requestId),
    refresh: [key.lists],
    onDone: (received) => {
      typed.drop('text')
      onClose()
      void navigate({ to: `/van-ban/${received.id}` })
    },
  })
  const parsed = PasteDirective.safeParse({ id, ...given })

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    if (parsed.success) write.mutate(parsed.data)
  }

  return (
    <form onSubmit={onSubmit}>
      <TextInput
        label={say.pasteName}
        value={given.name}
        maxLength={200}
        onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
      />
      <Textarea
        data-autofocus
        mt="sm"
        label={say.pasteText}
        description={say.pasteHow}
        value={given.text}
        rows={14}
        onChange={(event) => {
          const text = event.currentTarget.value
          setGiven({ ...given, text })
          typed.set('text', text)
        }}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {shared.cancel}
        </Button>
        <Button type="submit" disabled={!parsed.success} loading={write.isPending}>
          {say.pasteDo}
        </Button>
      </Group>
    </form>
  )
}
