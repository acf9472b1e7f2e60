import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'

import { useWrite } from '#platform/web/api/index.ts'
import { FormErrors, useZodForm } from '#platform/web/ui/form/index.ts'
import { Panel } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { AddAlias, type BodyDetail } from '../domain/index.ts'
import styles from './bodies.module.css'
import { addAlias, bodyKeys, removeAlias } from './queries.ts'
import { words } from './words.ts'

/** What documents call the body. Who may edit adds and takes away; the reader of documents knows it at once. */
export function Aliases({ given: { body, aliases }, mayEdit }: { given: BodyDetail; mayEdit: boolean }) {
  const say = useWords(words)
  const remove = useWrite({
    send: removeAlias,
    refresh: [bodyKeys.all],
    done: (_, { alias }) => say.aliasRemoved(alias),
  })
  return (
    <Panel title={say.aliases}>
      <ul className={styles.aliases}>
        {aliases.map((alias) => (
          <li key={alias}>
            {alias}
            {mayEdit && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={say.removeAlias(alias)}
                disabled={remove.isPending}
                onClick={() => remove.mutate({ id: body.id, alias })}
              >
                <IconX size={14} stroke={1.8} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      <p className={styles.note}>{say.aliasesHint}</p>
      {mayEdit && <NewAlias id={body.id} />}
    </Panel>
  )
}

function NewAlias({ id }: { id: string }) {
  const say = useWords(words)
  const write = useWrite({
    send: addAlias,
    refresh: [bodyKeys.all],
    done: (_, { alias }) => say.aliasAdded(alias),
    onDone: () => form.reset({ alias: '' }),
  })
  const form = useZodForm(AddAlias, { alias: '' }, (given) =>
    write.mutate({ id, ...given }, { onError: form.refuse }),
  )
  return (
    <form className={styles.add} onSubmit={form.onSubmit} noValidate>
      <FormErrors form={form} />
      <TextInput label={say.newAlias} size="sm" {...form.text('alias')} />
      <Button type="submit" variant="default" loading={write.isPending}>
        {say.addAlias}
      </Button>
    </form>
  )
}
