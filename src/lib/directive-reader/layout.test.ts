import { expect, test } from 'vitest'

import { recased } from './capitals.ts'
import { readDirective } from './index.ts'

test.each([
  ['SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG CHỦ TRÌ', 'Sở Tài nguyên và Môi trường chủ trì'],
  [
    'UBND CÁC HUYỆN, THỊ XÃ, THÀNH PHỐ CHỊU TRÁCH NHIỆM',
    'UBND các huyện, thị xã, thành phố chịu trách nhiệm',
  ],
  ['ỦY BAN NHÂN DÂN HUYỆN PHÚ GIÁO', 'Ủy ban nhân dân huyện Phú Giáo'],
  ['ĐÁNH GIÁ CHUNG', 'Đánh giá chung'],
])('the heading %s is read as %s', (printed, plain) => {
  expect(recased(printed)).toBe(plain)
  expect(recased(plain)).toBeNull()
})

const head = 'Số: 11/CT-UBND\n\nCHỈ THỊ\nVề phòng, chống dịch\n\n'

test('a heading in capitals tells the items below it, and keeps its print', () => {
  const { tasks, sections } = readDirective(
    `${head}1. SỞ Y TẾ\n- Rà soát phương án trước ngày 10/10/2021.\n- Báo cáo kết quả.\n`,
  )
  expect(tasks.map((t) => t.leadCanonical)).toEqual([['Sở Y tế'], ['Sở Y tế']])
  expect(sections[0]?.heading).toBe('SỞ Y TẾ')
})

test('cells of a table that were wrapped are read cell by cell', () => {
  const { tasks } = readDirective(
    `${head}1. Phân công nhiệm vụ như sau:\n` +
      'STT Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn\n' +
      '1 Xây dựng bộ tiêu chí | Sở Y tế | Sở Công Thương, Sở | 30/8/2021\n' +
      'doanh nghiệp an | | Lao động - Thương |\n' +
      'toàn | | binh và Xã hội |\n' +
      '2 Tổ chức đường dây nóng | Sở Giao | Công an tỉnh | 22/8/2021\n' +
      'hỗ trợ lưu thông | thông vận tải | |\n',
  )
  expect(
    tasks.map(({ quote, leadCanonical, coordinate, deadline }) => [
      quote,
      leadCanonical,
      coordinate,
      deadline?.date,
    ]),
  ).toEqual([
    [
      'Xây dựng bộ tiêu chí doanh nghiệp an toàn | Sở Y tế',
      ['Sở Y tế'],
      ['Sở Công Thương', 'Sở Lao động - Thương binh và Xã hội'],
      '2021-08-30',
    ],
    [
      'Tổ chức đường dây nóng hỗ trợ lưu thông | Sở Giao thông vận tải',
      ['Sở Giao thông vận tải'],
      ['Công an tỉnh'],
      '2021-08-22',
    ],
  ])
})

test('recipients in one line, and recipients behind the signature', () => {
  const body = `${head}1. Giao Sở Y tế chủ trì thực hiện.\n\n`
  const inline =
    'Nơi nhận: - Như trên; - Sở Lao động - Thương binh và Xã hội; - Lưu: VT.\nCHỦ TỊCH\nVõ Văn Mẫu\n'
  expect(readDirective(body + inline).document.recipients).toEqual([
    'Như trên',
    'Sở Lao động - Thương binh và Xã hội',
    'Lưu: VT',
  ])
  const parted = 'Nơi nhận:\n- Như trên;\n- Sở Y tế;\n\nCHỦ TỊCH\n\nĐồng Văn Mẫu\n\n- Lưu: VT.\n'
  const { recipients, signer } = readDirective(body + parted).document
  expect(recipients).toEqual(['Như trên', 'Sở Y tế', 'Lưu: VT'])
  expect(signer?.name).toBe('Đồng Văn Mẫu')
})

test('a directive in one line still has its parts', () => {
  const text =
    'ỦY BAN NHÂN DÂN TỈNH BÌNH DƯƠNG Số: 11/CT-UBND CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Bình Dương, ngày 01 tháng 9 năm 2021 ' +
    'CHỈ THỊ Về việc tăng cường phòng, chống dịch Trước tình hình dịch bệnh diễn biến phức tạp, Chủ tịch UBND tỉnh yêu cầu: ' +
    '1. Sở Y tế a) Rà soát, bổ sung phương án thu dung, điều trị người bệnh theo từng cấp độ dịch. b) Báo cáo UBND tỉnh trước ngày 10/9/2021. ' +
    '2. Công an tỉnh - Tăng cường tuần tra, kiểm soát tại các chốt liên tỉnh, xử lý nghiêm các trường hợp vi phạm quy định phòng, chống dịch. ' +
    '3. Giao Văn phòng UBND tỉnh theo dõi, đôn đốc, định kỳ hằng tuần tổng hợp tình hình thực hiện của các sở, ngành, địa phương để báo cáo Chủ tịch UBND tỉnh xem xét, chỉ đạo. ' +
    'Nơi nhận: - Như trên; - Lưu: VT. KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn Mẫu'
  const { document, tasks } = readDirective(text)
  expect([document.kind, document.number, document.date, document.signer?.name]).toEqual([
    'chi-thi',
    '11/CT-UBND',
    '2021-09-01',
    'Nguyễn Văn Mẫu',
  ])
  expect(document.recipients).toEqual(['Như trên', 'Lưu: VT'])
  expect(tasks.map((t) => t.leadCanonical)).toEqual([
    ['Sở Y tế'],
    ['Sở Y tế'],
    ['Công an tỉnh'],
    ['Văn phòng Ủy ban nhân dân tỉnh'],
  ])
})
