import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

import { PageHeader } from '#platform/web/ui/index.ts'
import { useTableState } from '#platform/web/ui/table/index.ts'
import { useLanguage, useWords } from '#platform/web/words/index.ts'
import { kindTable } from '../domain/index.ts'
import { useLens } from './lens.ts'
import { ownWords } from './own-words.ts'
import { PendingRecords } from './PendingRecords.tsx'
import { RecordTable } from './RecordTable.tsx'
import { words } from './words.ts'

/** `/to-an-toan`: the safety groups of one's own enterprise. */
export function OwnGroupsPage() {
  const say = useWords(words)
  const own = useWords(ownWords)
  const { language } = useLanguage()
  const lens = useLens()
  const table = useTableState({ filters: ['q', 'show'] })
  const add = (
    <Button component={Link} to={'/to-an-toan/moi' as '/'} leftSection={<IconPlus size={16} stroke={1.8} />}>
      {say.add(kindTable['safety-group'].label[language])}
    </Button>
  )
  return (
    <>
      <PageHeader title={own.title} lead={own.lead} actions={add} />
      <PendingRecords kind="safety-group" />
      <RecordTable kind="safety-group" lens={lens} table={table} emptyAction={add} />
    </>
  )
}
