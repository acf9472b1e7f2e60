import { Button, Code } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'

import { ApiProblem, useProblemText } from '../api/index.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useWords } from '../words/index.ts'
import { words } from './words.ts'

/** What stands in place of a page that threw. The frame around it, and the way to other pages, stay. */
export function PageFault({ error, reset }: { error: unknown; reset: () => void }) {
  const say = useWords(words)
  const problem = useProblemText()
  const router = useRouter()
  const trace = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return (
    <EmptyState
      icon={IconAlertTriangle}
      tone="late"
      title={say.faultTitle}
      text={error instanceof ApiProblem ? problem(error) : say.fault}
      action={
        <>
          <Code block maw="100%">
            {trace.slice(0, 600)}
          </Code>
          <Button
            onClick={() => {
              reset()
              // When it was the page's script that could not be loaded, this asks for it again.
              void router.invalidate()
            }}
          >
            {say.retry}
          </Button>
        </>
      }
      asPage
    />
  )
}
