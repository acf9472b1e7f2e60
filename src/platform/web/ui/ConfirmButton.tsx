import { Button, type ButtonProps } from '@mantine/core'

import { LaterMenu } from './LaterMenu.tsx'

const loadQuestion = () => import('./ConfirmQuestion.tsx').then((m) => m.ConfirmQuestion)

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
  return (
    <LaterMenu
      opens="dialog"
      load={loadQuestion}
      given={{ label, question, onConfirm }}
      target={
        <Button variant="default" loading={loading} {...look}>
          {label}
        </Button>
      }
    />
  )
}
