import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUserPlus, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { useMay, useMe, useToday } from '#platform/web/session/index.ts'
import { usePageCommands } from '#platform/web/shell/index.ts'
import { EmptyState, PageHeader, StateBadge } from '#platform/web/ui/index.ts'
import { FilterBar } from '#platform/web/ui/filter/index.ts'
import { DateField } from '#platform/web/ui/form/index.ts'
import { type Column, DataTable, useTableState } from '#platform/web/ui/table/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import type { AccountWithOffices } from '../domain/index.ts'
import styles from './accounts.module.css'
import { CreateAccount } from './CreateAccount.tsx'
import { heldOn } from './model/offices.ts'
import { accountQueries } from './queries.ts'
import { words } from './words.ts'

/** Accounts of the units an administrator covers, with the offices they hold today or held on another day. */
export function AccountListPage() {
  const say = useWords(words)
  const today = useToday()
  const mayEdit = useMay('accounts.edit')
  const [creating, drawer] = useDisclosure(false)
  const table = useTableState({ filters: ['q', 'on'] })
  const on = table.filters.on ?? today
  const result = useQuery(
    accountQueries.list({ page: table.page, size: table.size, search: table.filters.q }),
  )
  const columns = useColumns(on, on === today)
  usePageCommands(
    mayEdit ? [{ id: 'accounts.create', label: say.create, icon: IconUserPlus, run: drawer.open }] : [],
  )

  const create = mayEdit && (
    <Button leftSection={<IconUserPlus size={16} stroke={1.8} />} onClick={drawer.open}>
      {say.create}
    </Button>
  )
  return (
    <>
      <PageHeader title={say.title} lead={say.lead} actions={create} />
      <DataTable
        id="accounts"
        label={say.title}
        columns={columns}
        state={table}
        result={result}
        rowId={(account) => account.id}
        linkTo={linkToAccount}
        empty={<EmptyState icon={IconUsers} title={say.empty} {...(mayEdit && { text: say.emptyHint })} />}
        filters={
          <FilterBar state={table} search={say.search}>
            <div className={styles.filter} data-set={table.filters.on ? true : undefined}>
              <DateField
                size="xs"
                label={say.onDay}
                value={table.filters.on ?? null}
                onChange={(day) => table.setFilters({ on: day && day !== today ? day : undefined })}
              />
            </div>
          </FilterBar>
        }
      />
      {mayEdit && <CreateAccount opened={creating} onClose={drawer.close} />}
    </>
  )
}

export const linkToAccount = (account: { username: string }) => `/quan-tri/tai-khoan/${account.username}`

function useColumns(on: string, isToday: boolean): readonly Column<AccountWithOffices>[] {
  const say = useWords(words)
  const me = useMe()
  return useMemo(
    () => [
      {
        id: 'person',
        label: say.person,
        always: true,
        onCard: 'title',
        width: '22rem',
        cell: (account) => (
          <span className={styles.name}>
            {account.personName}
            {account.id === me.account.id && ` (${say.you})`}
            <span className={styles.username}>{account.username}</span>
          </span>
        ),
      },
      {
        id: 'offices',
        label: isToday ? say.offices : say.officesOn(formatDate(on)),
        cell: (account) => <OfficesHeld account={account} on={on} />,
      },
      {
        id: 'state',
        label: say.state,
        width: '13rem',
        onCard: 'badge',
        cell: (account) => <StateText account={account} />,
      },
    ],
    [say, me.account.id, on, isToday],
  )
}

const mostShown = 3

function OfficesHeld({ account, on }: { account: AccountWithOffices; on: string }) {
  const say = useWords(words)
  const held = heldOn(account.offices, on)
  if (held.length === 0) return <span className={styles.soft}>{say.noOfficeOn}</span>
  const hidden = held.length - mostShown
  return (
    <ul className={styles.officeList}>
      {held.slice(0, mostShown).map((office) => (
        <li key={office.id} className={styles.office}>
          {office.title}
          {/* A title often ends in the name of its body: it is not said twice. */}
          {!office.title.includes(office.bodyName) && (
            <span className={styles.officeBody}>{office.bodyName}</span>
          )}
        </li>
      ))}
      {hidden > 0 && <li className={styles.soft}>{say.moreOffices(hidden)}</li>}
    </ul>
  )
}

/** Nearly everyone can get in: only who cannot is marked, so that the mark is seen. */
function StateText({ account }: { account: AccountWithOffices }) {
  const say = useWords(words)
  if (account.state === 'disabled') return <StateBadge meaning="stopped" label={say.disabled} />
  return (
    <>
      {say.active}
      {account.mustChangePassword && <span className={styles.username}>{say.firstPassword}</span>}
    </>
  )
}

export function AccountState({ account }: { account: AccountWithOffices }) {
  const say = useWords(words)
  return (
    <span className={styles.badges}>
      {account.state === 'disabled' ? (
        <StateBadge meaning="stopped" label={say.disabled} />
      ) : (
        <StateBadge meaning="plain" label={say.active} />
      )}
      {account.mustChangePassword && <StateBadge meaning="waiting" label={say.firstPassword} />}
    </span>
  )
}
