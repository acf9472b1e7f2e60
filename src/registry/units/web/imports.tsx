import { useWords } from '#platform/web/words/index.ts'
import { ImportPanel } from './ImportPanel.tsx'
import { unitKeys } from './queries.ts'
import { words } from './words.ts'

export function UnitImport({ codeList }: { codeList: string }) {
  const say = useWords(words)
  return (
    <ImportPanel
      title={say.import.units}
      hint={say.import.unitsHint}
      path="/api/units/import"
      fields={{ codeList }}
      accept={['.csv', '.txt']}
      maxBytes={20_000_000}
      refresh={[unitKeys.all]}
    />
  )
}

export function BoundaryImport({ codeList }: { codeList: string }) {
  const say = useWords(words)
  return (
    <ImportPanel
      title={say.import.boundaries}
      hint={say.import.boundariesHint}
      path="/api/units/boundaries"
      fields={{ codeList }}
      accept={['.geojson', '.json']}
      maxBytes={60_000_000}
      refresh={[unitKeys.all]}
    />
  )
}
