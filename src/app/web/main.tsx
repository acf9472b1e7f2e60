import '#platform/web/theme/fonts.ts'
import '@mantine/core/styles.layer.css'
import '#platform/web/theme/tokens.css'
import '#platform/web/theme/print.css'

import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'

import { createAppRouter } from '#platform/web/router/index.ts'
import { AppFrame, SessionGate } from '#platform/web/shell/index.ts'
import { Providers } from '#platform/web/shell/Providers.tsx'

import { pages } from './routes.tsx'

const router = createAppRouter(pages, AppFrame)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <Providers>
    <SessionGate>
      <RouterProvider router={router} />
    </SessionGate>
  </Providers>,
)
