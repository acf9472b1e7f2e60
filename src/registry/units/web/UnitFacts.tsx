import type { ReactNode } from 'react'

import { formatDate, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { UnitDetail } from '../domain/index.ts'
import styles from './units.module.css'
import { words } from './words.ts'

/** What is known of a unit, each figure with its source. Figures of a higher unit are the sum of those below it. */
export function UnitFacts({ given: { unit, children } }: { given: UnitDetail }) {
  const say = useWords(words)
  const { language } = useLanguage()
  const figure = (n: number) => formatNumber(n, language)
  const known = children.map((child) => child.population)
  const summed =
    children.length > 0 && known.every((n) => n !== null)
      ? known.reduce((a, b) => (a ?? 0) + (b ?? 0), 0)
      : null
  const population = unit.population ?? summed
  return (
    <dl className={styles.facts}>
      <Fact label={say.code}>{unit.code}</Fact>
      {population !== null && (
        <Fact label={say.population}>
          {say.people(figure(population))}
          <span className={styles.inline}>{unit.populationSource ?? censusOf(unit.codeList)}</span>
        </Fact>
      )}
      {unit.households !== null && <Fact label={say.households}>{say.homes(figure(unit.households))}</Fact>}
      {unit.areaKm2 !== null && <Fact label={say.area}>{say.km2(figure(unit.areaKm2))}</Fact>}
      <Fact label={say.validFrom}>
        {formatDate(unit.validFrom)}
        {unit.validTo && ` ${say.validTo} ${formatDate(unit.validTo)}`}
      </Fact>
      {unit.lat !== null && unit.lon !== null && (
        <Fact label={say.point}>
          {unit.lat.toFixed(4)}, {unit.lon.toFixed(4)}
          {unit.centroidEstimated && <span className={styles.inline}>{say.estimated}</span>}
        </Fact>
      )}
    </dl>
  )
}

/** The figures of the 2021 list are those of the census. */
const censusOf = (codeList: string) =>
  codeList === 'vn-2021' ? 'Tổng điều tra dân số và nhà ở 01/4/2019' : ''

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  )
}
