import '#platform/web/theme/fonts.ts'
import '@mantine/core/styles.layer.css'
import '#platform/web/theme/tokens.css'
import '#platform/web/theme/print.css'

import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'

import { findDirectives } from '#features/directives/web/index.ts'
import { NoticeBell } from '#registry/notices/web/index.ts'
import { createAppRouter } from '#platform/web/router/index.ts'
import { AppFrame, SessionGate } from '#platform/web/shell/index.ts'
import { Providers } from '#platform/web/shell/Providers.tsx'

import { pages } from './routes.tsx'

/** The platform's frame with what this product puts into its header and lets Ctrl+K find. */
function Frame() {
  return <AppFrame tools={<NoticeBell />} finder={findDirectives} />
}

const router = createAppRouter(pages, Frame)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

createRoot(root).render(
  <Providers>
    <SessionGate>
      <RouterProvider router={router} />
    </SessionGate>
  </Providers>,
)
