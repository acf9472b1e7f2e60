import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { codeLists, nationOf, readSuccessors, readUnits } from '#registry/units/domain/index.ts'

import { buildBodyIndex, type IndexedBody } from './body-index.ts'
import { resolveBodies } from './resolve.ts'
import { type BodyDraft, standardBodies, standardSuccessors } from './standard-bodies.ts'

const [list2021, list2025] = codeLists as [(typeof codeLists)[0], (typeof codeLists)[0]]
const data = (name: string) => readFileSync(new URL(`../../units/data/${name}`, import.meta.url), 'utf8')
const units2021 = [nationOf(list2021), ...readUnits(data('units-2021.csv'), list2021, new Map()).units]
const units2025 = [nationOf(list2025), ...readUnits(data('units-2025.csv'), list2025, new Map()).units]
const arrows = readSuccessors(
  data('successors-2025.csv'),
  { from: 'vn-2021', to: 'vn-2025' },
  new Set([...units2021, ...units2025].map((u) => u.id)),
).arrows

const inProvinces = (paths: string[]) => (u: { path: string; level: string }) =>
  paths.some((p) => u.path === p || u.path.startsWith(`${p}.`))
const isOther = (paths: string[]) => (u: { path: string; level: string }) =>
  u.level === 'province' && !paths.includes(u.path)

// Two provinces of 2021, the one that took over Bình Dương, and whom one writes to elsewhere.
const own2021 = ['v2021.p74', 'v2021.p83']
const drafts: BodyDraft[] = [
  ...standardBodies(
    units2021.filter((u) => u.level === 'nation'),
    '2021-08-11',
  ),
  ...standardBodies(units2021.filter(inProvinces(own2021)), '2021-08-11'),
  ...standardBodies(units2021.filter(isOther(own2021)), '2021-08-11', 'addressable'),
  ...standardBodies(
    units2025.filter((u) => u.level === 'nation'),
    '2025-08-01',
  ),
  ...standardBodies(units2025.filter(inProvinces(['v2025.p79'])), '2025-08-01'),
  ...standardBodies(units2025.filter(isOther(['v2025.p79'])), '2025-08-01', 'addressable'),
]
// Codes stand in for ids: a failing line of the tables below can then be read.
const bodies: IndexedBody[] = drafts.map((d) => ({ ...d, id: d.code }))
const successors = standardSuccessors(bodies, arrows)
const index = buildBodyIndex(bodies, [...units2021, ...units2025], successors)

const binhDuong = { index, provinceUnitId: 'vn-2021:74', at: '2021-08-11' }
const benTre = { index, provinceUnitId: 'vn-2021:83', at: '2021-09-04' }
const hoChiMinh = { index, provinceUnitId: 'vn-2025:79', at: '2026-03-01' }

test.each([
  ['Sở Y tế', 'so-y-te@74', 'exact'],
  ['Sở Y tế tỉnh', 'so-y-te@74', 'exact'],
  ['Sở Y tế tỉnh Bình Dương', 'so-y-te@74', 'exact'],
  ['SỞ Y TẾ', 'so-y-te@74', 'exact'],
  ['SYT', 'so-y-te@74', 'alias'],
  ['Sở GD&ĐT', 'so-giao-duc-va-dao-tao@74', 'exact'],
  ['Sở Giáo dục và Đào tạo'.normalize('NFD'), 'so-giao-duc-va-dao-tao@74', 'exact'],
  ['Sở Công thương', 'so-cong-thuong@74', 'exact'],
  ['Sở LĐTBXH', 'so-lao-dong-thuong-binh-va-xa-hoi@74', 'exact'],
  ['Sở Lao động – Thương binh và Xã hội', 'so-lao-dong-thuong-binh-va-xa-hoi@74', 'exact'],
  ['Sở Văn hóa, Thể thao và Du lịch', 'so-van-hoa-the-thao-va-du-lich@74', 'exact'],
  ['Ủy ban nhân dân tỉnh', 'ubnd@74', 'exact'],
  ['UBND tỉnh', 'ubnd@74', 'exact'],
  ['Ủy ban nhân dân thị xã Bến Cát', 'ubnd@721', 'exact'],
  ['UBND TX. Bến Cát', 'ubnd@721', 'exact'],
  ['UBND TP Thủ Dầu Một', 'ubnd@718', 'exact'],
  ['UBND huyện Bàu Bàng', 'ubnd@719', 'exact'],
  ['UBND P. Phú Cường', 'ubnd@25747', 'exact'],
  ['Công an tỉnh', 'cong-an@74', 'exact'],
  ['CA tỉnh', 'cong-an@74', 'exact'],
  ['Bộ CHQS tỉnh', 'bo-chi-huy-quan-su@74', 'exact'],
  ['Ban Chỉ đạo phòng, chống dịch Covid-19 tỉnh', 'ban-chi-dao@74', 'exact'],
  ['Ban Chỉ đạo phòng chống dịch bệnh Covid -19 tỉnh', 'ban-chi-dao@74', 'exact'],
  ['Sở Chỉ huy phòng, chống dịch bệnh Covid-19 tỉnh', 'trung-tam-chi-huy@74', 'alias'],
  ['Ban Quản lý các khu công nghiệp tỉnh', 'ban-quan-ly-khu-cong-nghiep@74', 'exact'],
  ['BQL các KCN', 'ban-quan-ly-khu-cong-nghiep@74', 'exact'],
  ['Ban cán sự đảng UBND tỉnh', 'bcsd-ubnd@74', 'exact'],
  ['Ban cán sự đảng Ủy ban nhân dân tỉnh', 'bcsd-ubnd@74', 'exact'],
  ['Mặt trận Tổ quốc', 'mat-tran@74', 'alias'],
  ['Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'mat-tran@74', 'exact'],
  ['BTT Ủy ban MTTQ VN tỉnh', 'mat-tran@74', 'alias'],
  ['Tỉnh ủy', 'cap-uy@74', 'exact'],
  ['Tỉnh uỷ Bình Dương', 'cap-uy@74', 'exact'],
  ['Ban Thường vụ Tỉnh ủy', 'ban-thuong-vu@74', 'exact'],
  ['Thường trực Tỉnh ủy (b/c)', 'thuong-truc-cap-uy@74', 'exact'],
  ['TT Tỉnh uỷ', 'thuong-truc-cap-uy@74', 'exact'],
  ['TT HĐND tỉnh', 'hoi-dong-nhan-dan@74', 'alias'],
  ['Văn phòng Tỉnh ủy (BLĐ, PTH)', 'van-phong-cap-uy@74', 'exact'],
  ['Trung tâm CDC tỉnh', 'cdc@74', 'alias'],
  ['Tỉnh Đoàn', 'tinh-doan@74', 'exact'],
  ['Hội LHPN tỉnh', 'hoi-lien-hiep-phu-nu@74', 'exact'],
  ['Thanh tra tỉnh', 'thanh-tra@74', 'exact'],
  ['Thị ủy Bến Cát', 'cap-uy@721', 'exact'],
  ['Trung tâm Y tế thành phố Thuận An', 'trung-tam-y-te@725', 'exact'],
  ['Trạm Y tế phường Phú Cường', 'tram-y-te@25747', 'exact'],
  ['Ngành Y tế', 'so-y-te@74', 'alias'],
  ['Bộ Y tế', 'bo-y-te@vn', 'exact'],
  ['Thủ tướng Chính phủ (để báo cáo)', 'chinh-phu@vn', 'alias'],
  ['Văn phòng Trung ương Đảng', 'van-phong-trung-uong-dang@vn', 'exact'],
  ['Văn phòng TW Đảng', 'van-phong-trung-uong-dang@vn', 'exact'],
  ['Ủy ban nhân dân tỉnh Khánh Hòa', 'ubnd@56', 'exact'],
  ['Tỉnh ủy Đắk Lắk', 'cap-uy@66', 'exact'],
  ['UBND TP.HCM', 'ubnd@79', 'exact'],
  ['Ủy ban nhân dân thành phố Hồ Chí Minh', 'ubnd@79', 'exact'],
  ['Ủy ban nhân dân thành phố Bến Tre, tỉnh Bến Tre', 'ubnd@829', 'exact'],
])('Bình Dương 2021: %s → %s', (name, code, how) => {
  expect(resolveBodies(name, binhDuong)).toMatchObject({ bodyIds: [code], how, reason: null })
})

test.each([
  ['Giám đốc Sở Y tế', 'so-y-te@74'],
  ['Đồng chí Giám đốc Sở Y tế', 'so-y-te@74'],
  ['đồng chí Trịnh Ngọc Quyên, UVTV, Giám đốc Công an tỉnh', 'cong-an@74'],
  ['Chủ tịch UBND thị xã Bến Cát', 'ubnd@721'],
  ['CT, PCT UBND tỉnh', 'ubnd@74'],
  ['Trưởng Ban Quản lý các Khu công nghiệp tỉnh', 'ban-quan-ly-khu-cong-nghiep@74'],
  ['Trưởng phòng Y tế thành phố Dĩ An', 'phong-y-te@724'],
  ['Bí thư Tỉnh ủy', 'cap-uy@74'],
  ['Chánh Văn phòng UBND tỉnh', 'van-phong-ubnd@74'],
  ['Bộ trưởng Bộ Y tế', 'bo-y-te@vn'],
  ['Thành viên Ban Chỉ đạo phòng, chống dịch bệnh Covid-19 tỉnh', 'ban-chi-dao@74'],
  ['Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh', 'bo-chi-huy-quan-su@74'],
])('an office-holder stands for the body: %s', (name, code) => {
  expect(resolveBodies(name, binhDuong).bodyIds).toEqual([code])
})

const districtCodes = ['718', '719', '720', '721', '722', '723', '724', '725', '726']
const ofDistricts = (key: string) => districtCodes.map((c) => `${key}@${c}`)

test.each<[string, string[]]>([
  ['Ủy ban nhân dân các huyện, thị xã, thành phố', ofDistricts('ubnd')],
  ['UBND các huyện, thị xã và thành phố', ofDistricts('ubnd')],
  ['Chủ tịch UBND cấp huyện', ofDistricts('ubnd')],
  ['Các huyện, thị xã, thành phố', ofDistricts('ubnd')],
  ['các huyện/thành phố', ofDistricts('ubnd')],
  ['Cấp huyện', ofDistricts('ubnd')],
  ['Các huyện, thị, thành ủy', ofDistricts('cap-uy')],
  ['Các huyện ủy, thị ủy, thành ủy', ofDistricts('cap-uy')],
  ['Công an cấp huyện', ofDistricts('cong-an')],
  ['Công an các huyện, thị xã, thành phố', ofDistricts('cong-an')],
  ['Ban Chỉ đạo phòng, chống dịch bệnh Covid-19 các huyện, thành phố', ofDistricts('ban-chi-dao')],
  ['Trung tâm Y tế các huyện, thị xã, thành phố', ofDistricts('trung-tam-y-te')],
  ['Các thị xã', ['ubnd@721', 'ubnd@723']],
])('a collective name means all of them: %s', (name, codes) => {
  const found = resolveBodies(name, binhDuong)
  expect(found.how).toBe('collective')
  expect(found.bodyIds.toSorted()).toEqual(codes.toSorted())
})

test.each<[string, number, string]>([
  ['Các xã, phường, thị trấn', 91, 'ubnd@25747'],
  ['Cấp xã', 91, 'ubnd@25747'],
  ['Ban Chỉ đạo phòng, chống dịch bệnh Covid-19 các xã, phường, thị trấn', 91, 'ban-chi-dao@25747'],
  ['Trạm Y tế các xã, phường, thị trấn', 91, 'tram-y-te@25747'],
  ['Các phường', 45, 'ubnd@25747'],
  ['Chính quyền các cấp', 101, 'ubnd@74'],
  ['Chủ tịch Ủy ban nhân dân cấp huyện, cấp xã', 100, 'ubnd@718'],
  ['Các sở, ban, ngành', 33, 'so-y-te@74'],
  ['Các sở, ngành', 33, 'cong-an@74'],
  ['Thủ trưởng các sở, ban, ngành', 33, 'thanh-tra@74'],
  ['Các sở, ban, ngành cấp tỉnh', 33, 'so-y-te@74'],
  ['Các sở, ngành, đơn vị trực thuộc tỉnh', 33, 'so-y-te@74'],
  ['Các sở, ban, ngành, đoàn thể tỉnh', 38, 'hoi-nong-dan@74'],
  ['Các sở, ban, ngành, MTTQ và các đoàn thể tỉnh', 39, 'mat-tran@74'],
  ['Các tổ chức chính trị - xã hội', 5, 'tinh-doan@74'],
  ['Các ban xây dựng đảng, ban cán sự đảng, đảng đoàn và đảng ủy trực thuộc Tỉnh ủy', 14, 'bcsd-ubnd@74'],
  ['Các ban cán sự đảng, đảng đoàn', 5, 'dang-doan-mat-tran@74'],
  ['Lực lượng vũ trang', 2, 'cong-an@74'],
  ['Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ', 26, 'bo-y-te@vn'],
])('a collective name: %s → %i bodies', (name, count, one) => {
  const found = resolveBodies(name, binhDuong)
  expect(found.how).toBe('collective')
  expect(found.bodyIds).toHaveLength(count)
  expect(found.bodyIds).toContain(one)
})

test.each<[string, string[]]>([
  ['Sở Y tế, Sở Công Thương', ['so-y-te@74', 'so-cong-thuong@74']],
  [
    'Các Sở: Tài chính, Kế hoạch và Đầu tư, Lao động - Thương binh và Xã hội, Nội vụ',
    ['so-tai-chinh@74', 'so-ke-hoach-va-dau-tu@74', 'so-lao-dong-thuong-binh-va-xa-hoi@74', 'so-noi-vu@74'],
  ],
  ['Các Bộ: Y tế, Văn hóa, Thể thao và Du lịch', ['bo-y-te@vn', 'bo-van-hoa-the-thao-va-du-lich@vn']],
  ['Sở Y tế, Tài chính và Nội vụ', ['so-y-te@74', 'so-tai-chinh@74', 'so-noi-vu@74']],
  ['Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh', ['cong-an@74', 'bo-chi-huy-quan-su@74']],
  ['Chủ tịch UBND các tỉnh: Khánh Hòa, Gia Lai', ['ubnd@56', 'ubnd@64']],
  [
    'Tỉnh ủy, HĐND, UBND các tỉnh: Đắk Lắk, Gia Lai',
    ['cap-uy@66', 'hoi-dong-nhan-dan@66', 'ubnd@66', 'cap-uy@64', 'hoi-dong-nhan-dan@64', 'ubnd@64'],
  ],
  ['Huyện ủy, UBND huyện Bàu Bàng', ['cap-uy@719', 'ubnd@719']],
  ['Sở Y tế, Công an, UBND huyện Bàu Bàng', ['so-y-te@74', 'cong-an@719', 'ubnd@719']],
  ['VPUB: CVP, PCVP, KTN, NC', ['van-phong-ubnd@74']],
  ['CVP, các PCVP UBND tỉnh', ['van-phong-ubnd@74']],
  ['Các PCT UBND tỉnh', ['ubnd@74']],
  ['Đài PT-TH tỉnh, Báo Bình Dương', ['dai-phat-thanh-truyen-hinh@74', 'bao@74']],
  [
    'Đài THVN, Đài TNVN, TTXVN',
    ['dai-truyen-hinh-viet-nam@vn', 'dai-tieng-noi-viet-nam@vn', 'thong-tan-xa-viet-nam@vn'],
  ],
  ['Các Tập đoàn: EVN, VNPT, Viettel', ['tap-doan-dien-luc@vn', 'tap-doan-vnpt@vn', 'tap-doan-viettel@vn']],
])('a list: %s', (name, codes) => {
  const found = resolveBodies(name, binhDuong)
  expect(found.bodyIds.toSorted()).toEqual(codes.toSorted())
  expect(found.unresolved).toEqual([])
})

test.each([
  ['Như trên', 'as-above'],
  ['Lưu: VT, KTN.Bảo', 'archive'],
  ['Lưu VPTU, Trang (g+pdf)', 'archive'],
  ['Thành phần dự họp', 'attendees'],
  ['Như thành phần', 'attendees'],
  ['Các đồng chí Tỉnh ủy viên', 'persons'],
  ['Các đồng chí Ủy viên Ban Chấp hành Đảng bộ tỉnh', 'persons'],
  ['(b/c)', 'not-a-body'],
  ['Cơ quan có thẩm quyền', 'unknown'],
  ['Doanh nghiệp', 'unknown'],
  ['Ban Liên lạc cựu học sinh', 'unknown'],
  ['Sở Thú', 'unknown'],
  ['Ủy ban nhân dân huyện Hoàn Kiếm', 'unknown'],
])('refused: %s (%s)', (name, reason) => {
  expect(resolveBodies(name, binhDuong)).toMatchObject({ bodyIds: [], how: 'none', reason })
})

test('a name that fits several gives candidates and chooses none', () => {
  // Ten communes of the province share names with others; a bare "Công an xã" means none of them.
  const found = resolveBodies('Ủy ban nhân dân Thanh Tuyền', binhDuong)
  expect(found.bodyIds).toHaveLength(1)
  const stations = resolveBodies('Trạm Y tế', binhDuong)
  expect(stations).toMatchObject({ bodyIds: [], reason: 'ambiguous' })
  expect(stations.candidates.length).toBeGreaterThan(5)
})

test('slips are guessed at when one name is near, and only shown when it is not', () => {
  expect(resolveBodies('Sở Giáo dục và Đào tào', binhDuong)).toMatchObject({
    bodyIds: ['so-giao-duc-va-dao-tao@74'],
  })
  expect(resolveBodies('Sở Thông tín và Truyền thôgn', binhDuong)).toMatchObject({
    bodyIds: ['so-thong-tin-va-truyen-thong@74'],
    how: 'fuzzy',
  })
  const far = resolveBodies('Sở Nông nghiệp', binhDuong)
  expect(far.bodyIds).toEqual([])
  expect(far.candidates.map((c) => c.bodyId)).toContain('so-nong-nghiep-va-phat-trien-nong-thon@74')
})

test.each([
  ['words', 'lorem ipsum dolor '.repeat(400)],
  ['one name after another', 'Công an thành phố Thủ Dầu Một '.repeat(200)],
  ['pieces', 'Hội Thơ, '.repeat(2000)],
  ['brackets', '('.repeat(20_000)],
])('a text that is no name is given up at once: %s', (_, text) => {
  const start = performance.now()
  expect(resolveBodies(text, binhDuong).bodyIds).toEqual([])
  expect(performance.now() - start).toBeLessThan(1500)
})

test('a list with an unknown piece says which', () => {
  expect(resolveBodies('Sở Y tế, Câu lạc bộ Thơ Đường', binhDuong)).toMatchObject({
    bodyIds: ['so-y-te@74'],
    reason: 'partly-unknown',
    unresolved: ['Câu lạc bộ Thơ Đường'],
  })
})

test('the document’s own place comes first', () => {
  expect(resolveBodies('Ủy ban nhân dân huyện Châu Thành', benTre).bodyIds).toEqual(['ubnd@831'])
  expect(resolveBodies('Thành phố Bến Tre', benTre).bodyIds).toEqual(['ubnd@829'])
  expect(resolveBodies('Bộ Chỉ huy Bộ đội Biên phòng tỉnh', benTre).bodyIds).toEqual(['bo-doi-bien-phong@83'])
  expect(resolveBodies('Bộ Chỉ huy Bộ đội Biên phòng tỉnh', binhDuong).bodyIds).toEqual([])
  expect(resolveBodies('Các huyện còn lại', benTre)).toMatchObject({ how: 'collective', confidence: 0.5 })
  const district = { ...binhDuong, unitId: 'vn-2021:721' }
  expect(resolveBodies('Phòng Y tế', district).bodyIds).toEqual(['phong-y-te@721'])
  expect(resolveBodies('Công an thị xã', district).bodyIds).toEqual(['cong-an@721'])
  expect(resolveBodies('Các xã, phường', district).bodyIds).toHaveLength(8)
  expect(resolveBodies('Sở Y tế', district).bodyIds).toEqual(['so-y-te@74'])
})

test('a name of 2021 is carried to who took over', () => {
  expect(resolveBodies('Sở Kế hoạch và Đầu tư tỉnh Bình Dương', hoChiMinh)).toMatchObject({
    bodyIds: ['so-tai-chinh@79-2025'],
    how: 'successor',
  })
  expect(resolveBodies('Ủy ban nhân dân tỉnh Bình Dương', hoChiMinh)).toMatchObject({
    bodyIds: ['ubnd@79-2025'],
    how: 'successor',
  })
  expect(resolveBodies('Sở LĐTBXH tỉnh Bình Dương', hoChiMinh).bodyIds.toSorted()).toEqual([
    'so-noi-vu@79-2025',
    'so-y-te@79-2025',
  ])
  expect(resolveBodies('Sở Nông nghiệp và Môi trường', hoChiMinh)).toMatchObject({
    bodyIds: ['so-nong-nghiep-va-moi-truong@79-2025'],
    how: 'exact',
  })
  expect(resolveBodies('UBND các huyện, thị xã, thành phố', hoChiMinh)).toMatchObject({
    bodyIds: [],
    reason: 'unknown',
  })
  expect(
    resolveBodies('Các tỉnh ủy, thành ủy, đảng ủy trực thuộc Trung ương', hoChiMinh).bodyIds,
  ).toHaveLength(34)
  expect(resolveBodies('Công an tỉnh, BCHQS tỉnh', hoChiMinh).bodyIds).toEqual([
    'cong-an@79-2025',
    'bo-chi-huy-quan-su@79-2025',
  ])
  expect(resolveBodies('Ban Tuyên giáo và Dân vận TU', hoChiMinh).bodyIds).toEqual([
    'ban-tuyen-giao-dan-van@79-2025',
  ])
  expect(resolveBodies('Thành ủy', hoChiMinh).bodyIds).toEqual(['cap-uy@79-2025'])
  expect(resolveBodies('UBND các xã, phường, đặc khu', hoChiMinh).bodyIds).toHaveLength(168)
  // Districts ended without a successor: their names stay unresolved, with the old body shown.
  expect(resolveBodies('Công an thị xã Bến Cát', hoChiMinh)).toMatchObject({
    bodyIds: [],
    candidates: [{ bodyId: 'cong-an@721' }],
  })
})

test('what is known of a succession and what was read are told apart', () => {
  const of = (from: string, to: string) => successors.find((s) => s.fromId === from && s.toId === to)
  expect(of('so-y-te@74', 'so-y-te@79-2025')).toMatchObject({ since: '2025-07-01', verified: true })
  expect(of('so-lao-dong-thuong-binh-va-xa-hoi@74', 'so-y-te@79-2025')).toMatchObject({ verified: false })
  expect(of('ubnd@25747', 'ubnd@25747-2025')).toMatchObject({ since: '2025-07-01' })
})

test('a province has its bodies at every level, each once and below one that exists', () => {
  const codes = new Set(drafts.map((d) => d.code))
  expect(codes.size).toBe(drafts.length)
  expect(
    drafts
      .filter((d) => d.parentCode !== null && !codes.has(d.parentCode))
      .map((d) => `${d.code} ${d.parentCode}`),
  ).toEqual([])
  const binhDuongBodies = drafts.filter((d) => d.unitPath.startsWith('v2021.p74'))
  expect(binhDuongBodies.length).toBeGreaterThan(1500)
  expect(drafts.find((d) => d.code === 'cong-an@718')).toMatchObject({
    name: 'Công an thành phố Thủ Dầu Một',
    shortName: 'Công an TP. Thủ Dầu Một',
    validTo: '2025-02-28',
  })
  expect(drafts.find((d) => d.code === 'cap-uy@721')).toMatchObject({ name: 'Thị ủy Bến Cát' })
  expect(drafts.find((d) => d.code === 'so-y-te@74')).toMatchObject({
    name: 'Sở Y tế tỉnh Bình Dương',
    shortName: 'Sở Y tế',
  })
})
