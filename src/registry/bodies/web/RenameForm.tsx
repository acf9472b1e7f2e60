import { Button, Group, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'

import { useWrite } from '#platform/web/api/index.ts'
import { notify } from '#platform/web/notices/index.ts'
import { FormErrors, useZodForm } from '#platform/web/ui/form/index.ts'
import { Panel } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { type BodyDetail, RenameBody } from '../domain/index.ts'
import styles from './bodies.module.css'
import { bodyKeys, renameBody } from './queries.ts'
import { words } from './words.ts'

export function RenameForm({ body, onClose }: { body: BodyDetail['body']; onClose: () => void }) {
  const say = useWords(words)
  const queries = useQueryClient()
  const write = useWrite({
    send: renameBody,
    refresh: [bodyKeys.all],
    done: () => say.renamed,
    onDone: onClose,
    onStale: () => {
      notify({ tone: 'failed', text: say.stale })
      void queries.invalidateQueries({ queryKey: bodyKeys.all })
      onClose()
    },
  })
  const { id, version, name, shortName } = body
  const form = useZodForm(RenameBody, { version, name, shortName }, (given) =>
    write.mutate({ id, ...given }, { onError: form.refuse }),
  )
  return (
    <Panel title={say.rename}>
      <form className={styles.form} onSubmit={form.onSubmit} noValidate>
        <FormErrors form={form} />
        <TextInput label={say.fullName} {...form.text('name')} data-autofocus />
        <TextInput label={say.shortName} {...form.text('shortName')} />
        <Group gap="xs">
          <Button type="submit" loading={write.isPending}>
            {say.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say.cancel}
          </Button>
        </Group>
      </form>
    </Panel>
  )
}
