import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

import { createQueryClient } from '../api/index.ts'
import { Notices } from '../notices/index.ts'
import { SessionProvider } from '../session/Session.tsx'
import { ShortcutProvider } from '../shortcuts/shortcuts.tsx'
import { theme, variables } from '../theme/theme.ts'
import { LanguageProvider } from '../words/index.ts'
import { CommandProvider } from './commands.tsx'

/** Everything a page may lean on, in the order in which the parts lean on each other. */
export function Providers({ children }: { children: ReactNode }) {
  const [queries] = useState(createQueryClient)
  return (
    <LanguageProvider>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <ShortcutProvider>
            <CommandProvider>
              <SessionProvider>{children}</SessionProvider>
            </CommandProvider>
          </ShortcutProvider>
          <Notices />
        </QueryClientProvider>
      </MantineProvider>
    </LanguageProvider>
  )
}
