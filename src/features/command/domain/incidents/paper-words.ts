import type { IncidentState } from './lifecycle.ts'
import type { IncidentKind } from './limits.ts'

/** As papers and calendars write it; the pages have their own words, in two languages. */
export const incidentWords: {
  kinds: Record<IncidentKind, string>
  states: Record<IncidentState, string>
  acts: Record<string, string>
} = {
  kinds: {
    'emergency-patient': 'Người bệnh cấp cứu',
    crowd: 'Tụ tập đông người',
    violation: 'Vi phạm quy định phòng, chống dịch',
    supply: 'Thiếu vật tư, thiết bị',
    food: 'Thiếu lương thực, nhu yếu phẩm',
    rumour: 'Tin đồn, tin giả',
    other: 'Việc khác',
  },
  states: {
    new: 'Mới đến',
    triaged: 'Đã phân loại, chờ giao',
    assigned: 'Đang xử lý',
    escalated: 'Chờ cấp trên nhận',
    resolved: 'Đã giải quyết',
    merged: 'Đã gộp',
  },
  acts: {
    report: 'Tiếp nhận',
    triage: 'Phân loại',
    assign: 'Giao xử lý',
    return: 'Trả lại trực ban',
    resolve: 'Giải quyết xong',
    escalate: 'Trình cấp trên',
    'take-over': 'Cấp trên nhận',
    'send-back': 'Cấp trên chuyển lại',
    reopen: 'Mở lại',
    merge: 'Gộp vào sự vụ khác',
    'merged-here': 'Nhận tin gộp',
    note: 'Ghi chú',
    file: 'Đính kèm tệp',
    'caller-shown': 'Xem thông tin người gọi',
  },
}
