import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

import { EmptyState } from '../ui/EmptyState.tsx'
import { useWords } from '../words/index.ts'
import { words } from './words.ts'

export function NotFoundPage() {
  const say = useWords(words)
  return (
    <EmptyState
      icon={IconMapOff}
      title={say.notFoundTitle}
      text={say.notFound}
      action={
        <Button component={Link} to="/" variant="default">
          {say.home}
        </Button>
      }
      asPage
    />
  )
}
