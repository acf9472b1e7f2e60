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
      may: 'Đưa văn bản vào, rà soát và ban hành; theo dõi mọi văn bản, nhiệm vụ đã ban hành trong địa bàn.',
    },
    'duty-officer': {
      name: 'Trực chỉ huy',
      may: 'Như chuyên viên văn phòng: đưa văn bản vào, ban hành và theo dõi toàn địa bàn trong ca trực.',
    },
    leader: {
      name: 'Lãnh đạo',
      may: 'Xem mọi văn bản, nhiệm vụ đã ban hành trong địa bàn. Không đưa văn bản vào.',
    },
    'body-officer': {
      name: 'Chuyên viên cơ quan',
      may: 'Nhận nhiệm vụ giao cho cơ quan mình; đưa vào và ban hành văn bản của cơ quan mình.',
    },
    'commune-clerk': {
      name: 'Cán bộ cấp xã',
      may: 'Nhận nhiệm vụ giao cho xã, phường, thị trấn mình; đưa vào và ban hành văn bản của cấp mình.',
    },
    enterprise: {
      name: 'Doanh nghiệp',
      may: 'Xem văn bản, nhiệm vụ gửi cho doanh nghiệp mình. Không đưa văn bản vào.',
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
      may: 'Brings in documents, reviews and issues them; follows everything issued in the units of the office.',
    },
    'duty-officer': {
      name: 'Duty officer',
      may: 'As an office clerk: brings in, issues and follows, for the whole area during the shift.',
    },
    leader: {
      name: 'Leader',
      may: 'Sees every issued document and task in the units of the office. Brings in no documents.',
    },
    'body-officer': {
      name: 'Officer of a body',
      may: 'Receives the tasks of the own body; brings in and issues the documents of the own body.',
    },
    'commune-clerk': {
      name: 'Commune clerk',
      may: 'Receives the tasks of the own commune; brings in and issues the documents of that level.',
    },
    enterprise: {
      name: 'Enterprise',
      may: 'Sees documents and tasks sent to the own enterprise. Brings in no documents.',
    },
    auditor: {
      name: 'Auditor',
      may: 'Sees the log of what was done in the units of the office. Sees no documents or tasks, changes nothing.',
    },
  } satisfies Record<Role, RoleWords>,
})
