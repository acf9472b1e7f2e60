import { Button, CopyButton, Group, TextInput } from '@mantine/core'
import { IconCheck, IconCopy, IconRefresh } from '@tabler/icons-react'

import { useWords } from '#platform/web/words/index.ts'
import styles from './accounts.module.css'
import { firstPassword } from './model/password.ts'
import { words } from './words.ts'

interface FirstPasswordFieldProps {
  label: string
  description?: string
  value: string
  error: string | undefined
  onChange: (password: string) => void
}

/** A password that is going to be handed over: readable, made by the machine, and never offered to be remembered. */
export function FirstPasswordField({ value, onChange, ...field }: FirstPasswordFieldProps) {
  const say = useWords(words)
  return (
    <div>
      <TextInput
        {...field}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        classNames={{ input: styles.secret ?? '' }}
        required
      />
      <Group gap="xs" mt={6}>
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              disabled={value === ''}
              onClick={copy}
            >
              {copied ? say.copied : say.copy}
            </Button>
          )}
        </CopyButton>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRefresh size={14} />}
          onClick={() => onChange(firstPassword())}
        >
          {say.form.generate}
        </Button>
      </Group>
    </div>
  )
}
