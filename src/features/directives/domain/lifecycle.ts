import type { Lifecycle } from '#lib/lifecycle/index.ts'

export const directiveStates = ['reading', 'unreadable', 'draft', 'discarded', 'issued'] as const
export type DirectiveState = (typeof directiveStates)[number]
export type DirectiveEvent = 'read' | 'fail' | 'cancel' | 'retry' | 'discard' | 'restore' | 'issue'
/** `reader` is the system's own job; `office` is whoever drafts for the body that brought the document in. */
export type DirectiveRole = 'reader' | 'office'

/**
 * A document is read, reviewed and issued. Nothing is deleted: what was brought in by mistake is set aside and can be
 * fetched back. What was issued stays issued; a later document supersedes it.
 */
export const directiveLifecycle: Lifecycle<DirectiveState, DirectiveEvent, DirectiveRole> = {
  reading: {
    read: { to: 'draft', by: ['reader'] },
    fail: { to: 'unreadable', by: ['reader'] },
    cancel: { to: 'unreadable', by: ['office'] },
  },
  unreadable: {
    retry: { to: 'reading', by: ['office'] },
    discard: { to: 'discarded', by: ['office'] },
  },
  draft: {
    issue: { to: 'issued', by: ['office'] },
    discard: { to: 'discarded', by: ['office'] },
  },
  discarded: { restore: { to: 'draft', by: ['office'] } },
  issued: {},
}
