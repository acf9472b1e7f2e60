import { Button, Group } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'

import { useWords } from '#platform/web/words/index.ts'
import { words } from '../words.ts'

interface EditorActionsProps {
  onCancel: () => void
  /** What taking the value away is called; absent where there is nothing to take away. */
  remove?: { label: string; run: () => void } | undefined
}

/** The foot of an editor: keep, leave, take away. Stands inside a form whose submit keeps. */
export function EditorActions({ onCancel, remove }: EditorActionsProps) {
  const say = useWords(words)
  return (
    <Group justify="space-between" gap="xs" mt="sm">
      {remove ? (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<IconTrash size={14} />}
          onClick={remove.run}
        >
          {remove.label}
        </Button>
      ) : (
        <span />
      )}
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={onCancel}>
          {say.cancel}
        </Button>
        <Button size="compact-sm" type="submit">
          {say.save}
        </Button>
      </Group>
    </Group>
  )
}
