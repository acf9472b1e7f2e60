import { IconFileText, IconFileSearch, IconInbox, IconListCheck } from '@tabler/icons-react'

import { api } from '#platform/web/api/index.ts'
import type { Finder, Found } from '#platform/web/shell/index.ts'
import { BoardPage, InboxPage, SearchPage } from '../../domain/index.ts'
import { kindNames } from '../words.ts'
import { words } from './words.ts'

const most = 5

/** Documents by their text, tasks asked of this body and tasks it assigned; a source that fails hides no other. */
export const find: Finder = async (text, { may, language, signal }) => {
  if (!may('directives.inbox')) return []
  const say = words[language]
  const q = text.slice(0, 200)
  const [documents, asked, assigned] = await Promise.allSettled([
    api.get('/api/directives/search', SearchPage, { q, limit: most }, { signal }),
    api.get('/api/inbox', InboxPage, { search: q, state: 'all', limit: most }, { signal }),
    may('tasks.follow-up')
      ? api.get('/api/tasks', BoardPage, { search: q, limit: most }, { signal })
      : Promise.resolve({ rows: [] }),
  ])
  const found: Found[] = []
  if (documents.status === 'fulfilled')
    for (const hit of documents.value.rows) {
      const head = [hit.kind && kindNames[language][hit.kind], hit.number].filter(Boolean).join(' ')
      const label = [head, hit.title].filter(Boolean).join(' · ') || say.untitled
      found.push({
        id: hit.directiveId,
        label,
        hint: say.document,
        icon: IconFileText,
        to: `/van-ban/${hit.directiveId}`,
      })
    }
  const tasks = new Set<string>()
  const add = (row: { taskId: string; quote: string }, hint: string, icon: Found['icon']) => {
    // A task of several bodies, or one that this body gave itself, is led to once.
    if (tasks.has(row.taskId)) return
    tasks.add(row.taskId)
    found.push({
      id: row.taskId,
      label: row.quote,
      hint,
      ...(icon && { icon }),
      to: `/nhiem-vu/${row.taskId}`,
    })
  }
  if (asked.status === 'fulfilled') for (const row of asked.value.rows) add(row, say.asked, IconInbox)
  if (assigned.status === 'fulfilled')
    for (const row of assigned.value.rows)
      add(row, say.assigned('bodyName' in row ? row.bodyName : ''), IconListCheck)
  if ([documents, asked, assigned].every(({ status }) => status === 'rejected')) throw new Error('not found')
  const whole: Found = {
    id: 'whole-text',
    label: say.whole(q),
    hint: say.document,
    icon: IconFileSearch,
    to: `/tim-kiem?q=${encodeURIComponent(q)}`,
  }
  return [...found, whole]
}
