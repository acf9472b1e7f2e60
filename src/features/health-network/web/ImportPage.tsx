import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'

import { useProblemText, useWrite } from '#platform/web/api/index.ts'
import { useUrlState } from '#platform/web/router/index.ts'
import { FileDrop, PageHeader, Panel } from '#platform/web/ui/index.ts'
import { useLanguage, useWords } from '#platform/web/words/index.ts'
import { type ImportCheck, Kind, kindTable } from '../domain/index.ts'
import styles from './import.module.css'
import { ImportPreview } from './ImportPreview.tsx'
import { importWords } from './import-words.ts'
import { checkSheet, templateLink } from './queries.ts'
import { words } from './words.ts'

/** `/y-te-co-so/nhap?kind=…`: a list kept in a spreadsheet becomes records, after it was looked at. */
export function ImportPage() {
  const say = useWords(importWords)
  const network = useWords(words)
  const { language } = useLanguage()
  const problem = useProblemText()
  const [search] = useUrlState()
  const kind = Kind.safeParse(search.kind).data ?? 'mobile-station'
  const [read, setRead] = useState<{ check: ImportCheck; stamp: string }>()
  const check = useWrite({
    send: ({ file }: { file: File; stamp: string }, requestId) => checkSheet({ kind, file }, requestId),
    onDone: (found, { stamp }) => setRead({ check: found, stamp }),
  })
  const many = kindTable[kind].many[language]
  return (
    <>
      <PageHeader
        title={say.title(many)}
        lead={say.lead}
        crumbs={[{ label: network.title, to: `/y-te-co-so?kind=${kind}` }]}
      />
      <div className={styles.steps}>
        <Panel title={say.step1}>
          <Group gap="xs">
            {(['xlsx', 'csv'] as const).map((format) => (
              <Button
                key={format}
                component="a"
                href={templateLink(kind, format)}
                download
                variant="default"
                leftSection={<IconDownload size={16} stroke={1.6} />}
              >
                {format === 'xlsx' ? say.template : say.templateCsv}
              </Button>
            ))}
          </Group>
        </Panel>
        <Panel title={say.step2}>
          <FileDrop
            accept={['.xlsx', '.csv']}
            maxBytes={10_000_000}
            hint={say.hint}
            disabled={check.isPending}
            onFiles={([file]) => {
              if (!file) return
              setRead(undefined)
              check.mutate({ file, stamp: `${file.name} ${file.size} ${file.lastModified}` })
            }}
          />
          <div role="status">
            {check.isPending && <p className={styles.note}>{say.reading(check.variables.file.name)}</p>}
            {check.isError && <p className={styles.refused}>{problem(check.error)}</p>}
          </div>
        </Panel>
      </div>
      {read && <ImportPreview key={read.stamp} check={read.check} onWritten={() => setRead(undefined)} />}
    </>
  )
}
