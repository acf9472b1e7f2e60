import { Select, Text, TextInput } from '@mantine/core'

import { useSession } from '#platform/web/session/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { DateField, type ZodForm } from '#platform/web/ui/form/index.ts'
import { BodyPicker, type Choice } from '#platform/web/ui/picker/index.ts'
import { type Role, roles } from '../domain/index.ts'
import type { OfficeValues } from './model/office-form.ts'
import { proposedTitle } from './model/proposals.ts'
import { bodiesWithin } from './queries.ts'
import { roleWords } from './role-words.ts'
import styles from './accounts.module.css'
import { words } from './words.ts'

interface OfficeFieldsProps {
  form: Pick<ZodForm<OfficeValues>, 'values' | 'errors' | 'set' | 'text' | 'value'>
}

/** Body, role, title and days of an office, for a new account and for a further office alike. */
export function OfficeFields({ form }: OfficeFieldsProps) {
  const say = useWords(words)
  const sayRole = useWords(roleWords)
  const { office } = useSession()
  const { body, role, title } = form.values

  /** The proposed title follows body and role until somebody types another. */
  function choose(patch: { body?: Choice | null; role?: Role | '' }) {
    const next = { body, role, ...patch }
    const untouched = title === '' || title === proposedTitle(role, body?.label)
    form.set({
      ...patch,
      ...(untouched && { title: proposedTitle(next.role, next.body?.label) }),
    })
  }

  return (
    <>
      <BodyPicker
        name={`bodies-within-${office?.unitId ?? ''}`}
        label={say.office.body}
        description={say.office.bodyHint}
        fetcher={bodiesWithin(office?.unitId)}
        value={body}
        error={form.errors.body}
        onChange={(chosen) => choose({ body: chosen })}
        required
      />
      <Select
        label={say.office.role}
        description={role ? sayRole[role].may : say.office.roleHint}
        data={roles.map((value) => ({ value, label: sayRole[value].name }))}
        value={role || null}
        onChange={(chosen) => choose({ role: (chosen ?? '') as Role | '' })}
        error={form.errors.role}
        allowDeselect={false}
        // The list itself scrolls: a scroll area inside it cannot be reached by keyboard.
        withScrollArea={false}
        classNames={{ options: styles.roles ?? '' }}
        required
        renderOption={({ option }) => (
          <div>
            <Text size="sm" fw={500}>
              {option.label}
            </Text>
            <Text size="xs" className={styles.soft}>
              {sayRole[option.value as Role].may}
            </Text>
          </div>
        )}
      />
      <TextInput
        label={say.office.title}
        description={say.office.titleHint}
        maxLength={200}
        required
        {...form.text('title')}
      />
      <div className={styles.days}>
        <DateField label={say.office.from} required {...form.value('validFrom')} />
        <DateField label={say.office.to} {...form.value('validTo')} />
      </div>
    </>
  )
}
