import { Button } from '@mantine/core'
import { IconCloudOff } from '@tabler/icons-react'

import { useProblemText } from '../api/index.ts'
import { useWords } from '../words/index.ts'
import { EmptyState } from './EmptyState.tsx'
import { words } from './words.ts'

/** Stands where something could not be read. Says why, and offers to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const say = useWords(words)
  const problem = useProblemText()
  return (
    <div role="alert">
      <EmptyState
        icon={IconCloudOff}
        tone="late"
        title={say.notRead}
        text={problem(error)}
        action={
          onRetry && (
            <Button variant="default" onClick={onRetry}>
              {say.retry}
            </Button>
          )
        }
      />
    </div>
  )
}
