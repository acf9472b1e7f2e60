import type { PageEntry } from '#platform/web/router/index.ts'

/** The map of the product as people walk it. One line per page; the order here is the order in the navigation. */
export const pages: readonly PageEntry[] = [
  {
    path: '/account',
    label: { vi: 'Tài khoản', en: 'Account' },
    page: () => import('#platform/web/session/AccountPage.tsx').then((m) => m.AccountPage),
  },
  {
    path: '/kit',
    label: { vi: 'Bộ linh kiện', en: 'Kit' },
    page: () => import('#platform/web/ui/gallery/KitPage.tsx').then((m) => m.KitPage),
  },
]
