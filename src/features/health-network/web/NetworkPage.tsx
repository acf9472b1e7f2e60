import { Button, Group } from '@mantine/core'
import { IconFileSpreadsheet, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

import { useLive } from '#platform/web/live/index.ts'
import { useUrlState } from '#platform/web/router/index.ts'
import { PageHeader } from '#platform/web/ui/index.ts'
import { useTableState } from '#platform/web/ui/table/index.ts'
import { useLanguage, useWords } from '#platform/web/words/index.ts'
import { Kind, kinds, kindTable } from '../domain/index.ts'
import { CoverageMap } from './CoverageMap.tsx'
import { Figures } from './Figures.tsx'
import { useLens } from './lens.ts'
import styles from './network.module.css'
import { PendingRecords } from './PendingRecords.tsx'
import { useMayKeep } from './may-keep.ts'
import { networkKeys } from './queries.ts'
import { RecordTable } from './RecordTable.tsx'
import { words } from './words.ts'

/** `/y-te-co-so?kind=…`: what is recorded of the grassroots health network, kind by kind, and what it adds up to. */
export function NetworkPage() {
  const say = useWords(words)
  const { language } = useLanguage()
  const lens = useLens()
  const [search] = useUrlState()
  const table = useTableState({ filters: ['q', 'unit', 'show'] })
  useLive(['health-network'], [networkKeys.all])
  const onMap = search.kind === 'map'
  const kind = Kind.safeParse(search.kind).data ?? 'mobile-station'
  const mayRecord = useMayKeep(kind)
  const add = <AddButton kind={kind} label={say.add(kindTable[kind].label[language])} />
  return (
    <>
      <PageHeader
        title={say.title}
        lead={say.lead}
        actions={
          mayRecord && (
            <Group gap="xs">
              <Button
                component={Link}
                to={'/y-te-co-so/nhap' as '/'}
                search={{ kind } as never}
                variant="default"
                leftSection={<IconFileSpreadsheet size={16} stroke={1.6} />}
              >
                {say.fromSheet}
              </Button>
              {add}
            </Group>
          )
        }
      />
      <Figures unit={table.filters.unit} />
      <KindTabs current={onMap ? 'map' : kind} unit={table.filters.unit} />
      {onMap ? (
        <CoverageMap unit={table.filters.unit} />
      ) : (
        <>
          <PendingRecords kind={kind} />
          <RecordTable key={kind} kind={kind} lens={lens} table={table} emptyAction={mayRecord && add} />
        </>
      )}
    </>
  )
}

function AddButton({ kind, label }: { kind: Kind; label: string }) {
  return (
    <Button
      component={Link}
      to={'/y-te-co-so/moi' as '/'}
      search={{ kind } as never}
      leftSection={<IconPlus size={16} stroke={1.8} />}
    >
      {label}
    </Button>
  )
}

/** The kinds as addresses of their own: each can be sent to a colleague, and “back” goes to the one before. */
function KindTabs({ current, unit }: { current: Kind | 'map'; unit: string | undefined }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const tabs = [
    ...kinds.map((kind) => ({ id: kind, label: kindTable[kind].many[language] })),
    { id: 'map', label: say.map },
  ]
  return (
    <nav className={styles.tabs} aria-label={say.kinds}>
      {tabs.map(({ id, label }) => (
        <Link
          key={id}
          to={'/y-te-co-so' as '/'}
          search={{ kind: id, ...(unit && { unit }) } as never}
          aria-current={id === current ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
