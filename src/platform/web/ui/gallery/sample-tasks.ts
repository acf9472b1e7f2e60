import { today } from '../../clock.ts'

/** Invented rows that show every state of a table; the gallery has no server behind it. */
export interface SampleTask {
  id: string
  number: string
  text: string
  lead: string
  due: string | undefined
  state: 'new' | 'doing' | 'late' | 'soon' | 'done'
  done: number
}

const texts = [
  'Rà soát, bổ sung phương án phòng, chống dịch của từng xã, phường, thị trấn',
  'Bảo đảm mỗi khu công nghiệp có ít nhất một trạm y tế lưu động',
  'Tổ chức tiêm vắc xin mũi 1 cho toàn bộ công nhân trong các khu công nghiệp',
  'Báo cáo tiến độ trả kết quả xét nghiệm hằng ngày trước 16 giờ',
  'Trình Ủy ban nhân dân tỉnh quy chế phối hợp giữa Ban Quản lý các khu công nghiệp và địa phương',
]
const leads = [
  'Sở Y tế',
  'UBND thành phố Thủ Dầu Một',
  'Ban Quản lý các KCN',
  'Công an tỉnh',
  'Sở Công Thương',
]
const states = ['late', 'soon', 'doing', 'new', 'done'] as const
const offsets = [-5, 1, 9, undefined, -20]

/** A day counted from today, so that what is late in the gallery stays late. */
export function dayFrom(days: number): string {
  return new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10)
}

export function sampleTasks(count: number): SampleTask[] {
  return Array.from({ length: count }, (_, index) => {
    const kind = index % 5
    const offset = offsets[kind]
    return {
      id: `task-${index + 1}`,
      number: `${Math.floor(index / 5) + 1}.${kind + 1}`,
      text: texts[(index * 3) % texts.length] ?? '',
      lead: leads[(index * 2) % leads.length] ?? '',
      due: offset === undefined ? undefined : dayFrom(offset),
      state: states[kind] ?? 'new',
      done: (index * 37) % 101,
    }
  })
}
