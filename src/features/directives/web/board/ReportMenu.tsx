import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'

import { LaterMenu } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import { words } from './words.ts'

const loadItems = () => import('./ReportMenuItems.tsx').then((m) => m.ReportMenuItems)

/** The follow-up report in the official layout: of one document, or of all this body assigned; whole or of a week. */
export function ReportMenu({ directive }: { directive?: string }) {
  const say = useWords(words)
  return (
    <LaterMenu
      load={loadItems}
      given={{ directive }}
      target={
        <Button variant="default" leftSection={<IconDownload size={16} stroke={1.6} />}>
          {say.report}
        </Button>
      }
    />
  )
}
