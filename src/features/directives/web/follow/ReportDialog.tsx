import { Button, Group, Modal, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useNetwork } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { z } from 'zod'

import { useProblemText } from '#platform/web/api/index.ts'
import { newId } from '#platform/web/chance.ts'
import { DraftNote, useDraft } from '#platform/web/drafts/index.ts'
import { notify } from '#platform/web/notices/index.ts'
import { useFieldWrite } from '#platform/web/outbox/index.ts'
import { DateField } from '#platform/web/ui/form/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import type { FollowPart, ReportTask, TaskFollow } from '../../domain/index.ts'
import { words } from './dialog-words.ts'
import { EvidenceField } from './EvidenceField.tsx'
import styles from './follow.module.css'
import { evidencePath, followKey, reportKind, reportPath } from './queries.ts'
import { useEvidence } from './use-evidence.ts'

const Draft = z.object({
  done: z.boolean(),
  text: z.string(),
  percent: z.number().nullable(),
  figure: z.number().nullable(),
  figureUnit: z.string(),
  doneOn: z.string().nullable(),
  /** Names only: files go into the outbox with the report. */
  files: z.array(z.string()).default([]),
})
type Draft = z.infer<typeof Draft>

interface ReportDialogProps {
  follow: TaskFollow
  /** This body's own part. */
  mine: FollowPart
  onClose: () => void
}

export function ReportDialog({ follow, mine, onClose }: ReportDialogProps) {
  const say = useWords(words)
  const draft = useDraft(`task.report:${follow.taskId}`, Draft)
  const fresh: Draft = {
    done: mine.part === 'coordinate' || follow.proposesDone,
    text: '',
    percent: mine.percent,
    figure: null,
    figureUnit: '',
    doneOn: follow.today,
    files: [],
  }
  const title = mine.part === 'lead' ? say.report.title : say.report.titlePart
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': say.close }}>
      {draft.ready && (
        <ReportForm
          follow={follow}
          mine={mine}
          first={draft.found ?? fresh}
          draft={draft}
          onClose={onClose}
        />
      )}
    </Modal>
  )
}

interface ReportFormProps extends ReportDialogProps {
  first: Draft
  draft: { save: (value: Draft) => void; drop: () => void; savedAt: string | undefined }
}

function ReportForm({ follow, mine, first, draft, onClose }: ReportFormProps) {
  const say = useWords(words)
  const { online } = useNetwork()
  const lead = mine.part === 'lead'
  const part = lead ? 'lead' : 'coordinate'
  const [given, setGiven] = useState(first)
  const [tried, setTried] = useState(false)
  const evidence = useEvidence()
  const problem = useProblemText()
  const send = useFieldWrite<ReportTask>({
    kind: reportKind(follow.taskId),
    path: reportPath(follow.taskId, part),
    title: say.report.queueTitle(follow.quote.slice(0, 80)),
    refresh: [followKey.all, ['directives']],
    subject: () => `task.report.${follow.taskId}`,
    lines: (body) => [{ label: say.report.text, value: body.text, field: 'text' }],
    filesIn: 'evidence',
  })

  const names = evidence.items.map(({ file }) => file.name)
  const chosen = names.join('\n')
  const { save } = draft
  useEffect(() => {
    if (given !== first || chosen !== '') save({ ...given, files: names })
    // `save` is a new function at every render and keeps what it is given.
  }, [given, chosen])

  const set = (patch: Partial<Draft>) => setGiven((before) => ({ ...before, ...patch }))
  const missing = given.text.trim() === ''
  const who = follow.issuer.name
  const day = given.doneOn ?? follow.today
  const explain = !lead
    ? say.report.toPart(who)
    : given.done
      ? say.report.toDone(who, formatDate(day))
      : say.report.toProgress(who)

  async function submit() {
    if (missing) return setTried(true)
    const body: ReportTask = {
      id: newId(),
      version: mine.version,
      text: given.text.trim(),
      percent: lead ? (given.done ? 100 : given.percent) : null,
      figure: lead ? given.figure : null,
      figureUnit: lead && given.figure !== null ? given.figureUnit.trim() || null : null,
      doneOn: given.done ? day : null,
      evidence: evidence.ready.map(({ id }) => id),
    }
    const files = evidence.ready.map(({ id, file }) => ({
      id,
      file,
      path: evidencePath(follow.taskId),
      title: say.report.fileTitle(file.name),
    }))
    try {
      await send(body, files)
    } catch (error) {
      return notify({ tone: 'failed', text: problem(error) })
    }
    draft.drop()
    if (!online) notify({ tone: 'note', text: say.report.kept })
    onClose()
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {lead && (
        <SegmentedControl
          aria-label={say.report.how}
          value={given.done ? 'done' : 'progress'}
          onChange={(value) => set({ done: value === 'done' })}
          data={[
            { value: 'progress', label: say.report.progress },
            { value: 'done', label: say.report.done },
          ]}
        />
      )}
      <Textarea
        label={say.report.text}
        description={say.report.textHint}
        data-autofocus
        autosize
        minRows={4}
        maxLength={5000}
        value={given.text}
        error={tried && missing && say.report.textMissing}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      {lead && (
        <div className={styles.fields} data-narrow>
          {given.done ? (
            <DateField
              label={say.report.doneOn}
              value={given.doneOn}
              max={follow.today}
              onChange={(doneOn) => set({ doneOn })}
            />
          ) : (
            <NumberInput
              label={say.report.percent}
              min={0}
              max={100}
              value={given.percent ?? ''}
              onChange={(value) => set({ percent: typeof value === 'number' ? Math.round(value) : null })}
            />
          )}
          <NumberInput
            label={say.report.figure}
            value={given.figure ?? ''}
            decimalSeparator=","
            thousandSeparator="."
            onChange={(value) => set({ figure: typeof value === 'number' ? value : null })}
          />
          <TextInput
            label={say.report.figureUnit}
            value={given.figureUnit}
            maxLength={100}
            onChange={(event) => set({ figureUnit: event.currentTarget.value })}
          />
        </div>
      )}
      <EvidenceField evidence={evidence} lost={first.files} />
      <p className={styles.explain}>{evidence.busy ? say.report.filesWait : explain}</p>
      <Group justify="space-between" gap="xs">
        <DraftNote savedAt={draft.savedAt} />
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {say.cancel}
          </Button>
          <Button type="submit" disabled={evidence.busy || evidence.tooMany}>
            {lead ? say.report.send : say.report.sendPart}
          </Button>
        </Group>
      </Group>
    </form>
  )
}
