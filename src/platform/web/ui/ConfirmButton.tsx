import { Button, type ButtonProps, Group, Popover, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'

import { useWords } from '../words/index.ts'
import { words } from './words.ts'

interface ConfirmButtonProps extends Pick<
  ButtonProps,
  'size' | 'variant' | 'leftSection' | 'disabled' | 'fullWidth'
> {
  /** The verb, on the button and again on the button that does it. */
  label: string
  /** Says what will happen and whether it can be taken back. */
  question: string
  onConfirm: () => void
  loading?: boolean
}

/**
 * For acts that cannot be undone. What can be undone asks nothing: do it at once and
 * `notify({ tone: 'note', text, undo })`.
 */
export function ConfirmButton({ label, question, onConfirm, loading = false, ...look }: ConfirmButtonProps) {
  const say = useWords(words)
  const [opened, popover] = useDisclosure(false)
  return (
    <Popover opened={opened} onChange={popover.set} width={300} trapFocus returnFocus withArrow shadow="md">
      <Popover.Target>
        <Button variant="default" loading={loading} onClick={popover.toggle} {...look}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Text size="sm" mb="sm">
          {question}
        </Text>
        <Group gap="xs" justify="flex-end">
          <Button size="xs" variant="default" data-autofocus onClick={popover.close}>
            {say.cancel}
          </Button>
          <Button
            size="xs"
            onClick={() => {
              popover.close()
              onConfirm()
            }}
          >
            {label}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
