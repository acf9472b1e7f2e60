import { defineWords } from '#platform/web/words/index.ts'
import type { Role } from '../domain/index.ts'

interface RoleWords {
  name: string
  /** One line: what this role may do, and what it may not where people would expect it. */
  may: string
}

export const roleWords = defineWords({
  vi: {
    administrator: {
      name: 'Quản trị hệ thống',
      may: 'Lập và khóa tài khoản, giao chức danh, cập nhật danh mục địa bàn và cơ quan. Không xem văn bản, nhiệm vụ.',
    },
    'office-clerk': {
      name: 'Chuyên viên văn phòng',
      may: 'Đưa văn bản vào, ban hành, giao và theo dõi nhiệm vụ; gắn chỉ số, lập lịch trực; xem màn hình chỉ huy của địa bàn.',
    },
    'duty-officer': {
      name: 'Trực chỉ huy',
      may: 'Như chuyên viên văn phòng, và làm việc tại bàn trực: tiếp nhận, phân công, báo lên cấp trên.',
    },
    leader: {
      name: 'Lãnh đạo',
      may: 'Xem màn hình chỉ huy, mọi văn bản, nhiệm vụ trong địa bàn; giao tiếp, duyệt báo cáo. Không đưa văn bản vào.',
    },
    'body-officer': {
      name: 'Chuyên viên cơ quan',
      may: 'Nhận, báo cáo và giao tiếp nhiệm vụ của cơ quan mình; ban hành văn bản; ghi mạng lưới y tế trong địa bàn.',
    },
    'commune-clerk': {
      name: 'Cán bộ cấp xã',
      may: 'Nhận, báo cáo nhiệm vụ; ghi mạng lưới y tế, trực bàn tin báo của xã; ban hành văn bản của cấp mình.',
    },
    enterprise: {
      name: 'Doanh nghiệp',
      may: 'Xem và báo cáo nhiệm vụ gửi cho doanh nghiệp mình; ghi tổ an toàn, gửi tin báo. Không đưa văn bản vào.',
    },
    auditor: {
      name: 'Thanh tra',
      may: 'Xem nhật ký các việc đã làm trong địa bàn. Không xem văn bản, nhiệm vụ và không sửa gì.',
    },
  } satisfies Record<Role, RoleWords>,
  en: {
    administrator: {
      name: 'Administrator',
      may: 'Makes and disables accounts, gives offices, keeps the lists of units and bodies. Sees no documents or tasks.',
    },
    'office-clerk': {
      name: 'Office clerk',
      may: 'Brings in and issues documents, assigns and follows tasks, binds indicators, plans duty; sees the Command screen.',
    },
    'duty-officer': {
      name: 'Duty officer',
      may: 'As an office clerk, and works at the duty desk: takes in, assigns, escalates.',
    },
    leader: {
      name: 'Leader',
      may: 'Sees the Command screen and everything issued in the area; assigns on and decides reports. Brings in no documents.',
    },
    'body-officer': {
      name: 'Officer of a body',
      may: 'Receives, reports and assigns on tasks of the own body; issues documents; records the health network of the area.',
    },
    'commune-clerk': {
      name: 'Commune clerk',
      may: 'Receives and reports tasks; records the health network, keeps the commune’s desk; issues documents of that level.',
    },
    enterprise: {
      name: 'Enterprise',
      may: 'Sees and reports tasks sent to the own enterprise; records safety groups, reports incidents. No documents.',
    },
    auditor: {
      name: 'Auditor',
      may: 'Sees the log of what was done in the units of the office. Sees no documents or tasks, changes nothing.',
    },
  } satisfies Record<Role, RoleWords>,
})
