import { Button, Group, Text } from '@mantine/core'

import { useWords } from '../words/index.ts'
import type { MenuTarget } from './LaterMenu.tsx'
import { OpenedPopover } from './OpenedPopover.tsx'
import { words } from './words.ts'

interface ConfirmQuestionProps {
  target: MenuTarget
  label: string
  question: string
  onConfirm: () => void
}

export function ConfirmQuestion({ target, label, question, onConfirm }: ConfirmQuestionProps) {
  const say = useWords(words)
  return (
    <OpenedPopover target={target} label={label} width={300} withArrow shadow="md">
      {(close) => (
        <>
          <Text size="sm" mb="sm">
            {question}
          </Text>
          <Group gap="xs" justify="flex-end">
            <Button size="xs" variant="default" data-autofocus onClick={close}>
              {say.cancel}
            </Button>
            <Button
              size="xs"
              onClick={() => {
                close()
                onConfirm()
              }}
            >
              {label}
            </Button>
          </Group>
        </>
      )}
    </OpenedPopover>
  )
}
