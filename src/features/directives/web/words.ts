import { defineWords, type Words } from '#platform/web/words/index.ts'
import {
  type Deadline,
  type DirectiveState,
  type DocumentContent,
  documentKindNames,
  type DueState,
  type InboxRow,
  type TaskContent,
} from '../domain/index.ts'

/** What things are called, on every page of this feature. */
export const words = defineWords({
  vi: {
    documents: 'Văn bản',
    inbox: 'Hộp thư nhiệm vụ',
    followUp: 'Theo dõi nhiệm vụ',
    task: (n: number | string) => `Nhiệm vụ ${n}`,
    section: (id: string) => (id === 'end' ? 'Phần kết' : id === '0' ? 'Phần mở đầu' : `Mục ${id}`),
    untitled: 'Chưa có tên',
    noNumber: 'Không số',
    bodies: (n: string) => `${n} cơ quan`,
    more: (n: number) => `và ${n} mục nữa`,
    tasks: (n: string) => `${n} nhiệm vụ`,
    page: (n: number, all: number) => (all > 0 ? `trang ${n} / ${all}` : 'đang mở tệp'),
    close: 'Đóng',
    cancel: 'Thôi',
    save: 'Lưu',
    retry: 'Thử lại',
    loading: 'Đang tải',
    today: 'hôm nay',
    daysLeft: (n: number) => `còn ${n} ngày`,
    daysLate: (n: number) => `quá hạn ${n} ngày`,
    from: (day: string) => `từ ${day}`,
    between: (start: string, end: string) => `${start} – ${end}`,
  },
  en: {
    documents: 'Documents',
    inbox: 'Task inbox',
    followUp: 'Follow-up',
    task: (n: number | string) => `Task ${n}`,
    section: (id: string) => (id === 'end' ? 'Closing part' : id === '0' ? 'Preamble' : `Item ${id}`),
    untitled: 'No title yet',
    noNumber: 'No number',
    bodies: (n: string) => `${n} bodies`,
    more: (n: number) => `and ${n} more`,
    tasks: (n: string) => `${n} tasks`,
    page: (n: number, all: number) => (all > 0 ? `page ${n} of ${all}` : 'opening the file'),
    close: 'Close',
    cancel: 'Cancel',
    save: 'Save',
    retry: 'Try again',
    loading: 'Loading',
    today: 'today',
    daysLeft: (n: number) => `${n} days left`,
    daysLate: (n: number) => `${n} days late`,
    from: (day: string) => `from ${day}`,
    between: (start: string, end: string) => `${start} – ${end}`,
  },
})

type Names<K extends string> = Words<Record<K, string>>

export const kindNames: Names<NonNullable<DocumentContent['kind']>> = {
  vi: documentKindNames,
  en: {
    'thong-bao-ket-luan': 'Notice of conclusions',
    'thong-bao': 'Notice',
    'ket-luan': 'Conclusions',
    'chi-thi': 'Directive',
    'cong-dien': 'Telegram',
    'ke-hoach': 'Plan',
    'phuong-an': 'Scheme',
    'cong-van': 'Official letter',
    'quyet-dinh': 'Decision',
    'nghi-quyet': 'Resolution',
    'huong-dan': 'Guidance',
    'quy-dinh': 'Regulation',
    'to-trinh': 'Submission',
    'bao-cao': 'Report',
  },
}

export const levelNames: Names<NonNullable<DocumentContent['issuerLevel']>> = {
  vi: { central: 'Trung ương', province: 'Cấp tỉnh', district: 'Cấp huyện', commune: 'Cấp xã' },
  en: { central: 'Central', province: 'Province', district: 'District', commune: 'Commune' },
}

export const stateNames: Names<DirectiveState> = {
  vi: {
    reading: 'Đang đọc',
    unreadable: 'Chưa đọc được',
    draft: 'Chờ rà soát',
    discarded: 'Đã để riêng',
    issued: 'Đã phát hành',
  },
  en: {
    reading: 'Being read',
    unreadable: 'Could not be read',
    draft: 'To be reviewed',
    discarded: 'Set aside',
    issued: 'Issued',
  },
}

export const fieldNames: Names<keyof TaskContent | 'quote' | 'span' | 'state'> = {
  vi: {
    quote: 'Ranh giới',
    span: 'Ranh giới',
    state: 'Trạng thái',
    section: 'Mục',
    lead: 'Chủ trì',
    coordinate: 'Phối hợp',
    directs: 'Chỉ đạo',
    deadline: 'Thời hạn',
    targets: 'Chỉ tiêu',
    approval: 'Phê duyệt',
    reportTo: 'Báo cáo',
    reportVia: 'Qua',
    softTime: 'Tiến độ',
  },
  en: {
    quote: 'Borders',
    span: 'Borders',
    state: 'State',
    section: 'Item',
    lead: 'Lead',
    coordinate: 'Coordinate',
    directs: 'Directs',
    deadline: 'Deadline',
    targets: 'Targets',
    approval: 'Approval',
    reportTo: 'Report to',
    reportVia: 'Via',
    softTime: 'Pace',
  },
}

export const documentFieldNames: Names<keyof DocumentContent> = {
  vi: {
    kind: 'Loại',
    title: 'Trích yếu',
    issuer: 'Cơ quan ban hành',
    issuerLevel: 'Cấp ban hành',
    province: 'Tỉnh',
    number: 'Số, ký hiệu',
    date: 'Ngày ban hành',
    meetingDate: 'Ngày họp',
    signer: 'Người ký',
    references: 'Văn bản viện dẫn',
    recipients: 'Nơi nhận',
  },
  en: {
    kind: 'Kind',
    title: 'Subject',
    issuer: 'Issuing body',
    issuerLevel: 'Level',
    province: 'Province',
    number: 'Number',
    date: 'Date of issue',
    meetingDate: 'Date of the meeting',
    signer: 'Signed by',
    references: 'Instruments cited',
    recipients: 'Recipients',
  },
}

export const deadlineKindNames: Names<Deadline['kind']> = {
  vi: {
    by: 'Chậm nhất',
    from: 'Từ ngày',
    between: 'Trong khoảng',
    immediately: 'Làm ngay',
    periodic: 'Định kỳ',
  },
  en: { by: 'By', from: 'From', between: 'Between', immediately: 'At once', periodic: 'Periodic' },
}

export const dueNames: Names<DueState> = {
  vi: {
    overdue: 'Quá hạn',
    'due-soon': 'Sắp đến hạn',
    'not-yet-due': 'Trong hạn',
    immediate: 'Làm ngay',
    periodic: 'Định kỳ',
    undated: 'Không ghi hạn',
  },
  en: {
    overdue: 'Overdue',
    'due-soon': 'Due soon',
    'not-yet-due': 'Not yet due',
    immediate: 'At once',
    periodic: 'Periodic',
    undated: 'No date',
  },
}

export const partNames: Names<InboxRow['part']> = {
  vi: { lead: 'Chủ trì', coordinate: 'Phối hợp', 'report-to': 'Nhận báo cáo', direct: 'Được chỉ đạo' },
  en: { lead: 'Lead', coordinate: 'Coordinate', 'report-to': 'Receives reports', direct: 'Directed' },
}
