import { IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'

import { FilterBar } from '#platform/web/ui/filter/index.ts'
import { EmptyState, PageHeader } from '#platform/web/ui/index.ts'
import { type Column, DataTable, useTableState } from '#platform/web/ui/table/index.ts'
import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { CommitteeRow } from '../../domain/index.ts'
import { pageNames } from '../page-names.ts'
import { committeeQueries } from '../queries.ts'
import styles from './committees.module.css'
import { words } from './words.ts'

const levels = ['province', 'district', 'commune'] as const

/** The committees of the units this office covers, those without anybody at their head among the filters. */
export function CommitteeListPage() {
  const say = useWords(words)
  const { language } = useLanguage()
  const table = useTableState({ filters: ['q', 'level', 'without'] })
  const { sort: _, ...query } = table.query
  const result = useQuery(committeeQueries.list(query))
  return (
    <>
      <PageHeader title={pageNames.committees[language]} lead={say.lead} />
      <DataTable
        id="committees"
        label={say.label}
        columns={useColumns()}
        state={table}
        result={result}
        rowId={(row) => row.id}
        linkTo={(row) => `/ban-chi-dao/${row.id}`}
        empty={<EmptyState icon={IconUsersGroup} title={say.empty} text={say.emptyHow} />}
        filters={
          <FilterBar
            state={table}
            search={say.search}
            filters={[
              {
                name: 'level',
                label: say.level,
                options: levels.map((value) => ({ value, label: say.levels[value] })),
              },
              {
                name: 'without',
                label: say.without,
                options: [{ value: 'leader', label: say.withoutLeader }],
              },
            ]}
          />
        }
      />
    </>
  )
}

function useColumns(): Column<CommitteeRow>[] {
  const say = useWords(words)
  const { language } = useLanguage()
  return [
    { id: 'name', label: say.columns.name, always: true, onCard: 'title', cell: (row) => row.name },
    { id: 'unit', label: say.columns.unit, width: '14rem', cell: (row) => row.unitName },
    {
      id: 'leader',
      label: say.columns.leader,
      width: '14rem',
      cell: (row) => row.leaderName ?? <span className={styles.missing}>{say.noLeader}</span>,
    },
    {
      id: 'members',
      label: say.columns.members,
      width: '8rem',
      align: 'end',
      cell: (row) => formatNumber(row.members, language),
    },
  ]
}
