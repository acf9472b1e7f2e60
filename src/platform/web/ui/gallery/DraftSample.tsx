import { Button, Group, Textarea } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'

import { DraftNote, useDraft } from '../../drafts/index.ts'
import { notify } from '../../notices/index.ts'

const Report = z.object({ text: z.string() })

/** Type, close the tab, come back: it is still there. Sending drops it. */
export function DraftSample() {
  const draft = useDraft('kit.report', Report)
  if (!draft.ready) return null
  return <DraftForm draft={draft} />
}

function DraftForm({ draft }: { draft: ReturnType<typeof useDraft<typeof Report>> }) {
  const [text, setText] = useState(draft.found?.text ?? '')
  return (
    <>
      <Textarea
        label="Báo cáo tiến độ"
        autosize
        minRows={3}
        maw={640}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          draft.save({ text: event.currentTarget.value })
        }}
      />
      <Group gap="sm" mt="xs">
        <Button
          onClick={() => {
            draft.drop()
            setText('')
            notify({ tone: 'done', text: 'Đã gửi báo cáo' })
          }}
        >
          Gửi báo cáo
        </Button>
        <DraftNote savedAt={draft.savedAt} />
      </Group>
    </>
  )
}
