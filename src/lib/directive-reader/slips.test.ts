import { expect, test } from 'vitest'

import { readDirective } from './index.ts'
import { mend, said } from './slips.ts'

test.each([
  ['UY BAN NHÂN DÂN TỈNH', 'ỦY BAN NHÂN DÂN TỈNH'],
  ['giao Sờ Y tế chủ trì', 'giao Sở Y tế chủ trì'],
  ['Bộ Cong an', 'Bộ Công an'],
  ['phối bợp vớl các sở', 'phối hợp với các sở'],
  ['PCT U8ND tỉnh', 'PCT UBND tỉnh'],
  ['trước ngay 30/9/2021', 'trước ngày 30/9/2021'],
  ['trước ngày 3O/9/2O21', 'trước ngày 30/9/2021'],
  ['dột nát trên đia bàn huyện', 'dột nát trên địa bàn huyện'],
  ['Tăng cường kiểm tra. xử phạt nghiêm', 'Tăng cường kiểm tra, xử phạt nghiêm'],
  ['được hỗ trợ kịp thời, Giao Sở Y tế', 'được hỗ trợ kịp thời. Giao Sở Y tế'],
])('%s is read as %s', (printed, right) => {
  expect(mend(printed).text).toBe(right)
})

test.each([
  'bảo đảm an toàn tính mạng cho Nhân dân',
  'Trường hợp vượt thẩm quyền, báo cáo cấp trên',
  'giữa truyền thống và hiện đại',
  'Giao Vụ Trang thiết bị và Công trình y tế',
  'đầu tư đoạn kết nối với quốc lộ',
  'các doanh nghiệp sử dụng email, logistics, Zalo',
  'Căn cứ Nghị quyết của Chính phủ, Quyết định của Thủ tướng',
  'xã Trà Bồng, huyện Ba Tơ, ông Trương Công Mẫu',
])('%s stays as it is', (text) => {
  expect(mend(text).text).toBe(text)
})

test('what is put right is as long as what was printed, whatever was wrong', () => {
  const text = 'Giao Trung tâm Kiểrn soát bệnh tật tlnh chủ trì; phối hợp vớ1 Công an tỉnh. tổ chức thực hiện'
  const mended = mend(text)
  expect(mended.text).toHaveLength(text.length)
  expect(said(mended.text.replaceAll('\u2060', ''), { start: 0, end: text.length }, mended.slips)).toBe(text)
})

test('the register names the body right and quotes the text as it is', () => {
  const { text, tasks, evidence } = readDirective(
    'CHỈ THỊ\nVề phòng, chống dịch\n\n1. Giao Sờ Y tế chủ trì, phối bợp với Công an tỉnh thực hiện trước ngày 3O/9/2021.\n',
  )
  const [task] = tasks
  expect(task?.leadCanonical).toEqual(['Sở Y tế'])
  expect(task?.lead).toEqual(['Sờ Y tế'])
  expect(task?.coordinate).toEqual(['Công an tỉnh'])
  expect(task?.deadline).toMatchObject({ kind: 'by', date: '2021-09-30', text: 'trước ngày 3O/9/2021' })
  const at = evidence['/tasks/0/lead/0']
  expect(text.slice(at?.start, at?.end)).toBe('Sờ Y tế')
})
