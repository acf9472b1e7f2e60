import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBriefcase, IconUserOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'

import { useMay, useMe } from '#platform/web/session/index.ts'
import { EmptyState, ErrorState, PageHeader, PageSkeleton } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { AccountWithOffices } from '../domain/index.ts'
import { AccessPanel } from './AccessPanel.tsx'
import { AccountState } from './AccountListPage.tsx'
import styles from './accounts.module.css'
import { AddOffice } from './AddOffice.tsx'
import { accountQueries } from './queries.ts'
import { TenuresPanel } from './TenuresPanel.tsx'
import { words } from './words.ts'

const listPath = '/quan-tri/tai-khoan'

export function AccountDetailPage() {
  const say = useWords(words)
  const { username = '' }: { username?: string } = useParams({ strict: false })
  const { data: account, error, refetch } = useQuery(accountQueries.one(username))

  if (account) return <AccountDetail key={account.id} account={account} />
  if (account === undefined)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <PageSkeleton />
  return (
    <EmptyState
      icon={IconUserOff}
      title={say.notFoundTitle}
      text={say.notFound}
      asPage
      action={
        <Button component={Link} to={listPath} variant="default">
          {say.toList}
        </Button>
      }
    />
  )
}

function AccountDetail({ account }: { account: AccountWithOffices }) {
  const say = useWords(words)
  const me = useMe()
  const mayEdit = useMay('accounts.edit')
  const [adding, dialog] = useDisclosure(false)
  return (
    <>
      <PageHeader
        title={account.personName}
        crumbs={[{ label: say.title, to: listPath }]}
        facts={<AccountState account={account} />}
        lead={`${say.username}: ${account.username}${account.id === me.account.id ? ` (${say.you})` : ''}`}
        actions={
          mayEdit && (
            <Button leftSection={<IconBriefcase size={16} stroke={1.8} />} onClick={dialog.open}>
              {say.office.add}
            </Button>
          )
        }
      />
      <div className={styles.columns}>
        <TenuresPanel account={account} mayEdit={mayEdit} />
        <AccessPanel account={account} mayEdit={mayEdit} />
      </div>
      {mayEdit && <AddOffice account={account} opened={adding} onClose={dialog.close} />}
    </>
  )
}
