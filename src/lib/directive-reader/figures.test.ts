// What is asked in figures and by when, sentence by sentence.
import { expect, test } from 'vitest'

import { findDeadline } from './deadlines.ts'
import { findTargets } from './targets.ts'

const figures: [string, number[]][] = [
  ['Huy động ít nhất 2/3 quân số thường trực', [0.67]],
  ['Tập huấn phác đồ cho 11/11 trung tâm y tế', [11]],
  ['Bố trí tối thiểu 150 giường điều trị, trong đó có 30 giường hồi sức', [150, 30]],
  ['Duy trì 03 chốt kiểm soát 24/24', [3, 24]],
  ['Trả kết quả xét nghiệm trong vòng 24 giờ', [24]],
  ['Phát thanh trên loa ngày 3 buổi', [3]],
  ['Cách ly tập trung 14 ngày', [14]],
  // What only tells which ones, what is, and what numbers something asks for nothing.
  ['Kiểm tra các khu nhà trọ có trên 50 phòng', []],
  ['Các doanh nghiệp có từ 500 lao động trở lên bố trí phòng cách ly', []],
  ['Thực hiện Chỉ thị số 16 tại nơi đã có 20 ca mắc', []],
  ['Xây dựng phương án cung ứng cho 02 huyện phong tỏa', []],
]

test.each(figures)('%s', (words, quantities) => {
  expect(findTargets(words).map((found) => found.target.quantity)).toEqual(quantities)
})

const times: [string, string | null, string | null, string | null][] = [
  ['Tổ chức tiêm từ ngày 10-15/9/2021', 'between', '2021-09-10', '2021-09-15'],
  ['Lấy mẫu trong 02 ngày 04 và 05/9', 'between', '2021-09-04', '2021-09-05'],
  ['Hoàn thành chậm nhất trong tháng 9 và tháng 10 năm 2021', 'by', null, '2021-10-31'],
  ['Phong tỏa trong 14 ngày kể từ 0 giờ ngày 05/9/2021', 'between', '2021-09-05', '2021-09-18'],
  ['Sau 03 ngày kể từ ngày ban hành, các đơn vị báo cáo', 'by', null, '2021-09-04'],
  ['Đến cuối tháng 9/2021 cơ bản kiểm soát được dịch', 'by', null, '2021-09-30'],
  ['Báo cáo giá cả hai ngày một lần', 'periodic', null, null],
  ['Yêu cầu các địa phương triển khai ngay các biện pháp', 'immediately', null, null],
  ['Mưa lũ từ ngày 16-22/9/2021 gây thiệt hại', null, null, null],
  ['Đến ngày 10/9/2021, toàn tỉnh đã tiêm xong', null, null, null],
  ['Trả kết quả xét nghiệm trong vòng 24 giờ', null, null, null],
]

test.each(times)('%s', (words, kind, start, date) => {
  const found = findDeadline(words, { year: 2021, issued: '2021-09-01' })?.deadline
  expect([found?.kind ?? null, found?.start ?? null, found?.date ?? null]).toEqual([kind, start, date])
})
