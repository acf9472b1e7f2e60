import { Button, FileButton, Group } from '@mantine/core'
import {
  IconAlertTriangle,
  IconFileTypeDocx,
  IconFileTypePdf,
  IconTable,
  IconTableImport,
  IconUserPlus,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { useUrlState } from '#platform/web/router/index.ts'
import { DateField } from '#platform/web/ui/form/index.ts'
import { ErrorState, PageHeader, PageSkeleton, Panel, Timeline } from '#platform/web/ui/index.ts'
import { formatDate, useLanguage, useWords } from '#platform/web/words/index.ts'
import { type Committee, type Finding, Imported, signatureOf } from '../../domain/index.ts'
import { pageNames } from '../page-names.ts'
import { committeeQueries, keys } from '../queries.ts'
import styles from './committees.module.css'
import { type Act, MemberDialog } from './MemberDialog.tsx'
import { MemberList } from './MemberList.tsx'
import { Subcommittees } from './Subcommittees.tsx'
import { officeWords, words } from './words.ts'

/** A committee as it stood on a day: its people by office, what each is charged with, and how it came to be so. */
export function CommitteePage() {
  const { bodyId = '' } = useParams({ strict: false }) as { bodyId?: string }
  const [url, change] = useUrlState()
  const result = useQuery(committeeQueries.one(bodyId, url.ngay))
  if (result.error && !result.data)
    return <ErrorState error={result.error} onRetry={() => void result.refetch()} />
  return result.data ? (
    <CommitteeView committee={result.data} onDay={(day) => change({ ngay: day ?? undefined })} />
  ) : (
    <PageSkeleton />
  )
}

interface CommitteeViewProps {
  committee: Committee
  onDay: (day: string | null) => void
}

function CommitteeView({ committee, onDay }: CommitteeViewProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const [act, setAct] = useState<Act>()
  const { body, on, members, mayEdit } = committee
  const print = (format: string) =>
    void api.save(`/api/command/committees/${body.id}/members`, { on, format })
  return (
    <>
      <PageHeader
        title={body.name}
        crumbs={[{ label: pageNames.committees[language], to: '/ban-chi-dao' }]}
        lead={say.rule}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconFileTypeDocx size={16} stroke={1.6} />}
              onClick={() => print('docx')}
            >
              DOCX
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileTypePdf size={16} stroke={1.6} />}
              onClick={() => print('pdf')}
            >
              PDF
            </Button>
            <Button
              variant="default"
              leftSection={<IconTable size={16} stroke={1.6} />}
              onClick={() => print('xlsx')}
            >
              {say.export}
            </Button>
            {mayEdit && (
              <Button
                leftSection={<IconUserPlus size={16} stroke={1.6} />}
                onClick={() => setAct({ kind: 'add' })}
              >
                {say.add}
              </Button>
            )}
          </>
        }
      />
      <Group align="end" mb="md" gap="md">
        <div className={styles.day}>
          <DateField label={say.on} value={on} onChange={onDay} />
        </div>
        {mayEdit && <ImportButton id={body.id} />}
      </Group>
      <Findings findings={committee.findings} />
      <div className={styles.grid}>
        <Panel title={say.members(members.length)}>
          <MemberList committee={committee} onAct={setAct} />
        </Panel>
        <div className={styles.side}>
          <Panel title={say.signs}>
            <Signatures committee={committee} />
          </Panel>
          <Panel title={say.related}>
            <Subcommittees committee={committee} />
          </Panel>
          <Panel title={say.changes}>
            <Changes committee={committee} />
          </Panel>
        </div>
      </div>
      {act && <MemberDialog act={act} committee={committee} onClose={() => setAct(undefined)} />}
    </>
  )
}

function Findings({ findings }: { findings: readonly Finding[] }) {
  const say = useWords(words)
  if (findings.length === 0) return null
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => (
        <li key={`${finding.code}${finding.from}${finding.name}`}>
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden="true" />
          <span>
            {say.findings[finding.code]}
            {finding.name && `: ${finding.name}`}
            {finding.from && ` ${formatDate(finding.from)}`}
            {finding.to && ` – ${formatDate(finding.to)}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Who signs on this day, as it stands over the name (NĐ 30/2020/NĐ-CP). */
function Signatures({ committee: { body, members } }: { committee: Committee }) {
  const say = useWords(words)
  const kind = body.kind === 'command-centre' ? 'command-centre' : 'steering-committee'
  const lines = members.flatMap((member) => {
    const signature = signatureOf(kind, member.office, 'state')
    return signature ? [{ member, signature }] : []
  })
  if (lines.length === 0) return <p className={styles.quiet}>{say.nobodySigns}</p>
  return (
    <ul className={styles.list}>
      {lines.map(({ member, signature }) => (
        <li key={member.id} className={styles.signature}>
          {signature.marks.map((mark) => (
            <div key={mark}>{mark}</div>
          ))}
          <div>{signature.title}</div>
          <strong>{member.personName}</strong>
        </li>
      ))}
    </ul>
  )
}

function ImportButton({ id }: { id: string }) {
  const say = useWords(words)
  const add = useWrite({
    send: (file: File, requestId) => {
      const form = new FormData()
      form.append('file', file)
      return api.upload(`/api/command/committees/${id}/members/import`, Imported, form, { requestId })
    },
    refresh: [keys.committees],
    done: ({ added }) => say.imported(added),
  })
  return (
    <FileButton accept=".xlsx,.csv" onChange={(file) => file && add.mutate(file)}>
      {(props) => (
        <Button
          {...props}
          variant="default"
          loading={add.isPending}
          leftSection={<IconTableImport size={16} stroke={1.6} />}
        >
          {say.import}
        </Button>
      )}
    </FileButton>
  )
}

function Changes({ committee: { changes, body } }: { committee: Committee }) {
  const say = useWords(words)
  const offices = useWords(officeWords)
  if (changes.length === 0) return <p className={styles.quiet}>{say.noChanges}</p>
  return (
    <Timeline
      label={`${say.changes}: ${body.name}`}
      entries={changes.slice(0, 30).map((change) => ({
        id: change.id,
        at: change.at,
        who: change.by,
        what: `${say.kinds[change.kind] ?? change.kind}${change.personName ? `: ${change.personName}` : ''}`,
        detail: [
          change.office && offices[change.office as keyof typeof offices],
          formatDate(change.day),
          change.number,
          change.note,
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  )
}
