import { Button, SegmentedControl } from '@mantine/core'
import { IconBuildingBank, IconFileImport } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'

import { useMay, useSession } from '#platform/web/session/index.ts'
import { ErrorState, PageHeader, PageSkeleton, Panel } from '#platform/web/ui/index.ts'
import { UnitPicker } from '#platform/web/ui/picker/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { codeLists, type UnitDetail, type UnitLevel } from '../domain/index.ts'
import { AddUnitForm } from './AddUnitForm.tsx'
import { BoundaryImport, UnitImport } from './imports.tsx'
import { unitChoices, unitQueries } from './queries.ts'
import { UnitBelow } from './UnitBelow.tsx'
import { UnitFacts } from './UnitFacts.tsx'
import { UnitMapPanel } from './UnitMapPanel.tsx'
import styles from './units.module.css'
import { words } from './words.ts'

/** The tree of units, walked from the office's own province: figures, map, what lies below, what became of it. */
export function UnitPage() {
  const { id } = useParams({ strict: false }) as { id?: string }
  const { office } = useSession()
  const asked = id ?? office?.unitId ?? ''
  const result = useQuery({
    ...unitQueries.one(asked),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  })
  if (result.error && !result.data)
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />
  return result.data ? <UnitView given={result.data} /> : <PageSkeleton />
}

function UnitView({ given }: { given: UnitDetail }) {
  const { unit, ancestors } = given
  const say = useWords(words)
  const mayImport = useMay('units.import')
  const mayEdit = useMay('units.edit')
  const [importing, setImporting] = useState(false)
  return (
    <>
      <PageHeader
        title={unit.name}
        crumbs={ancestors.map((above) => ({ label: above.name, to: `/don-vi/${above.id}` }))}
        actions={
          <>
            {mayImport && (
              <Button
                variant="default"
                leftSection={<IconFileImport size={16} stroke={1.6} />}
                aria-expanded={importing}
                onClick={() => setImporting(!importing)}
              >
                {say.import.open}
              </Button>
            )}
            <Button
              component={Link}
              to={`/co-quan?unit=${unit.id}`}
              variant="default"
              leftSection={<IconBuildingBank size={16} stroke={1.6} />}
            >
              {say.bodies}
            </Button>
          </>
        }
      />
      {importing && (
        <div className={styles.imports}>
          <UnitImport codeList={unit.codeList} />
          <BoundaryImport codeList={unit.codeList} />
        </div>
      )}
      <Finder codeList={unit.codeList} />
      <div className={styles.page}>
        <div className={styles.column}>
          <UnitMapPanel unit={unit} key={unit.id} />
          {(unit.level !== 'commune' || given.children.length > 0) && <UnitBelow given={given} />}
          {mayEdit && holdsOwnUnits(unit.level) && <AddUnitForm parent={unit} key={`add ${unit.id}`} />}
        </div>
        <div className={styles.column}>
          <Panel title={say.facts}>
            <UnitFacts given={given} />
          </Panel>
          <Succession given={given} />
        </div>
      </div>
    </>
  )
}

/** Below a commune there are only units that we name ourselves; an address point holds nothing. */
const holdsOwnUnits = (level: UnitLevel) => level === 'commune' || level === 'hamlet' || level === 'block'

/** Jumps to any unit of the list, or to the other list. */
function Finder({ codeList }: { codeList: string }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const open = (id: string) => void navigate({ to: `/don-vi/${id}` } as never)
  return (
    <div className={styles.above}>
      <UnitPicker
        name={`units-${codeList}`}
        label={say.find}
        fetcher={unitChoices(codeList)}
        value={null}
        onChange={(choice) => choice && open(choice.id)}
        size="sm"
      />
      <SegmentedControl
        aria-label={say.list}
        value={codeList}
        onChange={(list) => open(`${list}:vn`)}
        data={codeLists.map(({ id }) => ({
          value: id,
          label: say.lists[id as keyof typeof say.lists] ?? id,
        }))}
      />
    </div>
  )
}

function Succession({ given: { unit, successors, predecessors } }: { given: UnitDetail }) {
  const say = useWords(words)
  return (
    <>
      {successors.length > 0 && (
        <Panel title={say.became}>
          <Arrows arrows={successors} />
        </Panel>
      )}
      {unit.level === 'district' && successors.length === 0 && (
        <p className={styles.note}>{say.districtEnded}</p>
      )}
      {predecessors.length > 0 && (
        <Panel title={say.from}>
          <Arrows arrows={predecessors} />
        </Panel>
      )}
    </>
  )
}

function Arrows({ arrows }: { arrows: UnitDetail['successors'] }) {
  const say = useWords(words)
  return (
    <ul className={styles.links}>
      {arrows.map((arrow) => (
        <li key={arrow.id}>
          <Link to={`/don-vi/${arrow.id}`}>{arrow.name}</Link>
          {arrow.extent === 'partial' && <span className={styles.partial}>{say.partial}</span>}
        </li>
      ))}
    </ul>
  )
}
