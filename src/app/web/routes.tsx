import {
  IconBook2,
  IconBuilding,
  IconFirstAidKit,
  IconShieldCheck,
  IconChartLine,
  IconDeviceDesktopAnalytics,
  IconFileSearch,
  IconFileText,
  IconHome,
  IconInbox,
  IconListCheck,
  IconMap2,
  IconUsers,
} from '@tabler/icons-react'

import { directivePageNames, directivePages } from '#features/directives/web/index.ts'
import { situationPageNames, situationPages } from '#features/situation/web/index.ts'
import { healthNetworkPageNames, healthNetworkPages } from '#features/health-network/web/index.ts'
import { noticePage } from '#registry/notices/web/index.ts'
import type { PageEntry } from '#platform/web/router/index.ts'

const work = { vi: 'Công việc', en: 'Work' }
const directory = { vi: 'Danh mục', en: 'Directory' }
const administration = { vi: 'Quản trị', en: 'Administration' }

/** The map of the product as people walk it. One line per page; the order here is the order in the navigation. */
export const pages: readonly PageEntry[] = [
  {
    path: '/',
    label: directivePageNames.home,
    icon: IconHome,
    group: work,
    onPhoneBar: true,
    page: () =>
      Promise.all([import('./StartPage.tsx'), directivePages.home()]).then(([m, home]) =>
        m.startPageOf(home),
      ),
  },
  {
    path: '/chi-huy',
    label: situationPageNames.situation,
    icon: IconDeviceDesktopAnalytics,
    group: work,
    may: 'situation.read',
    page: situationPages.situation,
  },
  {
    path: '/hop-thu',
    label: directivePageNames.inbox,
    icon: IconInbox,
    group: work,
    onPhoneBar: true,
    may: 'directives.inbox',
    page: directivePages.inbox,
  },
  {
    path: '/van-ban',
    label: directivePageNames.documents,
    icon: IconFileText,
    group: work,
    onPhoneBar: true,
    may: 'directives.inbox',
    page: directivePages.documents,
  },
  {
    path: '/van-ban/$id',
    label: directivePageNames.review,
    may: 'directives.inbox',
    page: directivePages.review,
  },
  {
    path: '/theo-doi',
    label: directivePageNames.followUp,
    icon: IconListCheck,
    group: work,
    may: 'tasks.follow-up',
    page: directivePages.followUp,
  },
  {
    path: '/tim-kiem',
    label: directivePageNames.search,
    icon: IconFileSearch,
    group: work,
    may: 'directives.inbox',
    page: directivePages.search,
  },
  {
    path: '/nhiem-vu/$id',
    label: directivePageNames.task,
    may: 'directives.inbox',
    page: directivePages.task,
  },
  {
    path: '/chi-so',
    label: { vi: 'Chỉ số', en: 'Indicators' },
    icon: IconChartLine,
    group: work,
    may: 'indicators.read',
    page: () => import('#registry/indicators/web/index.ts').then((m) => m.IndicatorListPage),
  },
  {
    path: '/chi-so/$key',
    label: { vi: 'Chỉ số', en: 'Indicator' },
    may: 'indicators.read',
    page: () => import('#registry/indicators/web/index.ts').then((m) => m.IndicatorPage),
  },
  {
    path: '/y-te-co-so',
    label: healthNetworkPageNames.network,
    icon: IconFirstAidKit,
    group: work,
    onPhoneBar: true,
    may: 'health-network.read',
    page: healthNetworkPages.network,
  },
  {
    path: '/y-te-co-so/moi',
    label: healthNetworkPageNames.form,
    may: 'health-network.record',
    page: healthNetworkPages.form,
  },
  {
    path: '/y-te-co-so/nhap',
    label: healthNetworkPageNames.import,
    may: 'health-network.record',
    page: healthNetworkPages.import,
  },
  {
    path: '/y-te-co-so/$id',
    label: healthNetworkPageNames.record,
    may: 'health-network.read',
    page: healthNetworkPages.record,
  },
  {
    path: '/to-an-toan',
    label: healthNetworkPageNames.own,
    icon: IconShieldCheck,
    group: work,
    may: 'safety-groups.record',
    page: healthNetworkPages.own,
  },
  {
    path: '/to-an-toan/moi',
    label: healthNetworkPageNames.form,
    may: 'safety-groups.record',
    page: healthNetworkPages.form,
  },
  {
    path: '/to-an-toan/$id',
    label: healthNetworkPageNames.record,
    may: 'safety-groups.record',
    page: healthNetworkPages.record,
  },
  {
    path: '/don-vi',
    label: { vi: 'Đơn vị hành chính', en: 'Administrative units' },
    icon: IconMap2,
    group: directory,
    may: 'units.read',
    page: () => import('#registry/units/web/index.ts').then((m) => m.UnitPage),
  },
  {
    path: '/don-vi/$id',
    label: { vi: 'Đơn vị', en: 'Unit' },
    may: 'units.read',
    page: () => import('#registry/units/web/index.ts').then((m) => m.UnitPage),
  },
  {
    path: '/co-quan',
    label: { vi: 'Cơ quan', en: 'Bodies' },
    icon: IconBuilding,
    group: directory,
    may: 'bodies.read',
    page: () => import('#registry/bodies/web/index.ts').then((m) => m.BodyListPage),
  },
  {
    path: '/co-quan/$id',
    label: { vi: 'Cơ quan', en: 'Body' },
    may: 'bodies.read',
    page: () => import('#registry/bodies/web/index.ts').then((m) => m.BodyPage),
  },
  {
    path: '/quan-tri/tai-khoan',
    label: { vi: 'Tài khoản', en: 'Accounts' },
    icon: IconUsers,
    group: administration,
    may: 'accounts.read',
    page: () => import('#registry/accounts/web/index.ts').then((m) => m.AccountListPage),
  },
  {
    path: '/quan-tri/tai-khoan/$username',
    label: { vi: 'Tài khoản', en: 'Account' },
    may: 'accounts.read',
    page: () => import('#registry/accounts/web/index.ts').then((m) => m.AccountDetailPage),
  },
  {
    path: '/quan-tri/nhat-ky',
    label: { vi: 'Nhật ký', en: 'Log' },
    icon: IconBook2,
    group: administration,
    may: 'audit.read',
    page: () => import('#registry/accounts/web/index.ts').then((m) => m.AuditPage),
  },
  {
    path: '/thong-bao',
    label: { vi: 'Thông báo', en: 'Notices' },
    page: noticePage,
  },
  {
    path: '/hang-cho',
    label: { vi: 'Việc chờ gửi', en: 'Waiting to be sent' },
    page: () => import('#platform/web/outbox/QueuePage.tsx').then((m) => m.QueuePage),
  },
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
