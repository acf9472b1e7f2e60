import { Button } from '@mantine/core'
import { IconBriefcaseOff } from '@tabler/icons-react'
import { useId, useState } from 'react'

import { useToday } from '#platform/web/session/index.ts'
import { EmptyState, Panel } from '#platform/web/ui/index.ts'
import { DateField } from '#platform/web/ui/form/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import type { AccountWithOffices, Office } from '../domain/index.ts'
import styles from './accounts.module.css'
import { EndOffice } from './EndOffice.tsx'
import { byTenure, mayEnd, type TenureState } from './model/offices.ts'
import { roleWords } from './role-words.ts'
import { words } from './words.ts'

interface TenuresPanelProps {
  account: AccountWithOffices
  mayEdit: boolean
}

/** Every office of a person, now and before; the day asked about sorts them, today unless another is chosen. */
export function TenuresPanel({ account, mayEdit }: TenuresPanelProps) {
  const say = useWords(words)
  const today = useToday()
  const [asked, setAsked] = useState<string | null>(null)
  const [ending, setEnding] = useState<Office>()
  const on = asked ?? today
  const groups = byTenure(account.offices, on)
  const titles: Record<TenureState, string> = {
    held: on === today ? say.office.held : say.office.heldOn(formatDate(on)),
    coming: say.office.coming,
    over: say.office.over,
  }

  return (
    <Panel
      title={say.office.all}
      actions={
        <div className={styles.filter} data-set={asked ? true : undefined}>
          <DateField
            size="xs"
            label={say.office.asOf}
            value={asked}
            onChange={(day) => setAsked(day === today ? null : day)}
          />
        </div>
      }
    >
      {account.offices.length === 0 ? (
        <EmptyState icon={IconBriefcaseOff} title={say.office.none} text={say.office.noneHint} />
      ) : (
        (['held', 'coming', 'over'] as const).map((state) => (
          <TenureGroup
            key={state}
            state={state}
            title={titles[state]}
            offices={groups[state]}
            endable={(office) => mayEdit && mayEnd(office, today)}
            onEnd={setEnding}
          />
        ))
      )}
      <EndOffice account={account} office={ending} onClose={() => setEnding(undefined)} />
    </Panel>
  )
}

interface TenureGroupProps {
  state: TenureState
  title: string
  offices: readonly Office[]
  endable: (office: Office) => boolean
  onEnd: (office: Office) => void
}

function TenureGroup({ state, title, offices, endable, onEnd }: TenureGroupProps) {
  const say = useWords(words)
  const id = useId()
  // That nothing is held is worth a line; that nothing is to come or over is not.
  if (offices.length === 0 && state !== 'held') return null
  return (
    <>
      <h3 id={id} className={styles.groupTitle}>
        {title}
      </h3>
      {offices.length === 0 && <p className={styles.soft}>{say.noOfficeOn}</p>}
      <ul className={styles.tenures} aria-labelledby={id}>
        {offices.map((office) => (
          <li key={office.id} data-tenure={state}>
            <OfficeFacts office={office} />
            <span className={styles.tenureDays}>
              {office.validTo
                ? say.office.between(formatDate(office.validFrom), formatDate(office.validTo))
                : say.office.since(formatDate(office.validFrom))}
            </span>
            <span className={styles.tenureAct}>
              {endable(office) && (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${say.office.end}: ${office.title}`}
                  onClick={() => onEnd(office)}
                >
                  {say.office.end}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function OfficeFacts({ office }: { office: Office }) {
  const sayRole = useWords(roleWords)
  // "Sở Y tế tỉnh Bình Dương" already names its unit.
  const named = office.bodyName.toLowerCase().includes(office.unitName.toLowerCase())
  const facts = [sayRole[office.role].name, office.bodyName, ...(named ? [] : [office.unitName])]
  return (
    <div>
      <p className={styles.tenureTitle}>{office.title}</p>
      <p className={styles.tenureFacts}>{facts.join(' · ')}</p>
    </div>
  )
}
