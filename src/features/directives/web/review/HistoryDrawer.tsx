import { Button, Drawer } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'

import { ErrorState, PageSkeleton, Timeline } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { Directive } from '../../domain/index.ts'
import { directiveQueries } from '../queries.ts'
import { words as common } from '../words.ts'
import { useTools } from './tools.ts'
import { words } from './words.ts'

interface HistoryDrawerProps {
  directive: Directive
  opened: boolean
  onClose: () => void
}

/** Who changed what since the document was read. An edit nobody has built upon can be taken back from here. */
export function HistoryDrawer({ directive, opened, onClose }: HistoryDrawerProps) {
  const say = useWords(words)
  const name = useWords(common)
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size="md"
      title={say.history.title}
      closeButtonProps={{ 'aria-label': name.close }}
    >
      {opened && <History id={directive.id} />}
    </Drawer>
  )
}

function History({ id }: { id: string }) {
  const say = useWords(words)
  const tools = useTools()
  const kinds: Readonly<Record<string, string>> = say.history.kinds
  const edits = useQuery(directiveQueries.edits(id))
  if (edits.error) return <ErrorState error={edits.error} onRetry={() => void edits.refetch()} />
  if (!edits.data) return <PageSkeleton />
  if (edits.data.edits.length === 0) return <p>{say.history.empty}</p>
  return (
    <Timeline
      label={say.history.title}
      entries={edits.data.edits.map((edit) => ({
        id: edit.id,
        at: edit.at,
        who: edit.by,
        what: kinds[edit.kind] ?? edit.kind,
        detail: edit.undone ? (
          say.history.undone
        ) : (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => tools.act({ kind: 'undo', editId: edit.id, tasks: [], made: [], document: null })}
          >
            {say.act.undo}
          </Button>
        ),
      }))}
    />
  )
}
