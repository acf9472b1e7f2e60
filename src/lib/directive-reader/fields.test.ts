// Each field by itself: one sentence, read as one task of a document of 1 September 2021.
import { expect, test } from 'vitest'

import { readTaskAt, type ReadTask } from './index.ts'

function read(sentence: string): ReadTask {
  const context = { id: '1', section: '1', issued: '2021-09-01', year: 2021, inherited: null }
  return readTaskAt(sentence, 0, sentence.length, context).task
}

test.each([
  ['Giao Sở Y tế hoàn thành trước ngày 30/9/2021.', 'by', '2021-09-30', null],
  ['Sở Tài chính hoàn thành trong quý IV/2021.', 'by', '2021-12-31', null],
  ['Các huyện gửi kết quả chậm nhất ngày 10/9.', 'by', '2021-09-10', null],
  ['Sở Y tế hoàn thành trong 14 ngày kể từ ngày ban hành.', 'by', '2021-09-15', null],
  ['Công an tỉnh chốt chặn từ ngày 05/9/2021 đến ngày 20/9/2021.', 'between', '2021-09-20', '2021-09-05'],
  ['Sở Y tế triển khai từ ngày 10/9/2021.', 'from', null, '2021-09-10'],
  ['Sở Y tế báo cáo Ủy ban nhân dân tỉnh trước 16 giờ hằng ngày.', 'periodic', null, null],
])('deadline: %s', (sentence, kind, date, start) => {
  const { deadline } = read(sentence)
  expect(deadline).toMatchObject({ kind, date, start })
  expect(sentence).toContain(deadline?.text)
})

test.each([
  'Sở Y tế rà soát theo Công văn số 12/UBND-VX ngày 05/8/2021.',
  'Sở Y tế khẩn trương tham mưu kế hoạch năm 2021.',
  'Trạm Y tế lưu động trực 24/7.',
])('no deadline: %s', (sentence) => {
  expect(read(sentence).deadline).toBeNull()
})

test.each([
  ['Sở Y tế tiêm cho ít nhất 80% người trên 18 tuổi.', { quantity: 80, comparator: '>=', coverage: null }],
  ['Yêu cầu 100% doanh nghiệp ký cam kết.', { quantity: 100, comparator: '=', coverage: 1 }],
  ['Mỗi xã thành lập 02 tổ phản ứng nhanh.', { quantity: 2, scope: 'Mỗi xã', coverage: 1 }],
  ['Sở Y tế bố trí khoảng 500 giường bệnh.', { quantity: 500, unit: 'giường bệnh', comparator: '~' }],
  ['Trạm Y tế trực cấp cứu 24/7.', { quantity: 24, unit: 'giờ/ngày', coverage: null }],
])('target: %s', (sentence, target) => {
  const { targets } = read(sentence)
  expect(targets).toMatchObject([target])
  expect(sentence).toContain(targets[0]?.text)
})

test.each([
  'Thực hiện nghiêm Nghị quyết số 21/NQ-CP và Chỉ thị số 16/CT-TTg.',
  'Các huyện bảo đảm phương châm 4 tại chỗ, thông điệp 5K.',
  'Sở Y tế tổ chức tiêm mũi 2, đợt 02 trong tháng 9.',
])('no target: %s', (sentence) => {
  expect(read(sentence).targets).toEqual([])
})

test('who leads, who works along, who is reported to and through whom, who approves', () => {
  const joint = read(
    'Sở Y tế chủ trì, phối hợp với Công an tỉnh, các sở, ngành liên quan xây dựng phương án, trình Ủy ban nhân dân tỉnh phê duyệt.',
  )
  expect(joint.leadCanonical).toEqual(['Sở Y tế'])
  expect(joint.coordinate).toEqual(['Công an tỉnh', 'các sở, ngành liên quan'])
  expect(joint.approval).toEqual({ object: null, authority: 'Ủy ban nhân dân tỉnh' })
  expect(joint.reportTo).toEqual([])
  const report = read('Các huyện báo cáo kết quả về Ủy ban nhân dân tỉnh (qua Sở Y tế) trước ngày 10/9.')
  expect(report.reportTo).toEqual(['Ủy ban nhân dân tỉnh'])
  expect(report.reportVia).toEqual(['Sở Y tế'])
  const directing = read('Chủ tịch UBND huyện chỉ đạo Trung tâm Y tế lấy mẫu.')
  expect(directing.leadCanonical).toEqual(['Ủy ban nhân dân huyện'])
  expect(directing.directs).toEqual(['Trung tâm Y tế'])
})

test('what has been approved, or is reported by others, is not the lead’s', () => {
  expect(read('Căn cứ Kế hoạch được UBND tỉnh phê duyệt, Sở Tài chính cân đối kinh phí.').approval).toBeNull()
  const sent = read('Các huyện gửi Sở Y tế tổng hợp, báo cáo UBND tỉnh.')
  expect(sent.reportTo).not.toContain('UBND tỉnh')
})

test('partners are read to the end of their bracket', () => {
  const task = read(
    'Xây dựng phương án y tế (phối hợp với Sở Y tế, UBND các xã diễn ra lễ hội và đơn vị tổ chức lễ hội).',
  )
  expect(task.coordinate).toEqual(['Sở Y tế', 'UBND các xã diễn ra lễ hội', 'đơn vị tổ chức lễ hội'])
})
