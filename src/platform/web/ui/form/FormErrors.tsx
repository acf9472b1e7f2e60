import { Alert } from '@mantine/core'

import { useLanguage } from '../../words/index.ts'
import { words } from './issue-text.ts'
import type { ZodForm } from './use-zod-form.ts'

/** Over a form with several marks: how many there are, read out when they appear. */
export function FormErrors({ form }: { form: Pick<ZodForm<Record<string, unknown>>, 'errors'> }) {
  const { language } = useLanguage()
  const count = Object.keys(form.errors).length
  if (count < 2) return null
  return (
    <Alert color="red" role="alert" p="xs">
      {words[language].summary(count)}
    </Alert>
  )
}
