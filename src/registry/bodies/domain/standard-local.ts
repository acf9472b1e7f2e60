import { templates } from './templates.ts'

const threeLevels = '2025-06-30'
const twoLevels = '2025-07-01'

const covid =
  'Ban Chỉ đạo phòng, chống dịch Covid-19; Ban Chỉ đạo phòng, chống dịch bệnh Covid-19; Ban Chỉ đạo phòng, chống dịch; Ban Chỉ đạo; Thường trực Ban Chỉ đạo'
const commandCentre =
  'Trung tâm Chỉ huy phòng, chống dịch Covid-19; Sở Chỉ huy phòng, chống dịch bệnh Covid-19; Ban Chỉ huy phòng, chống dịch bệnh Covid-19; Ban Chỉ huy phòng, chống dịch Covid-19; Sở Chỉ huy; Trung tâm Chỉ huy; Bộ phận chỉ huy; Bộ phận chỉ huy thuộc Ban Chỉ đạo'
const frontNames =
  'Ủy ban Mặt trận Tổ quốc Việt Nam; UBMTTQVN; UBMTTQ; Ủy ban Mặt trận Tổ quốc; Mặt trận Tổ quốc; Mặt trận Tổ quốc Việt Nam; MTTQ; Ban Thường trực Ủy ban MTTQ Việt Nam; UB MTTQ Việt Nam'

/** Districts ended on 30/6/2025 with everything in them. */
export const districtTemplates = /* @__PURE__ */ templates('district', { parent: 'ubnd', to: threeLevels }, [
  [
    'cap-uy',
    'party-committee',
    'party',
    '{uy}; Ban Chấp hành Đảng bộ {loai}; Đảng bộ {loai}',
    { name: '{uy} {ten}', parent: '^cap-uy' },
  ],
  [
    'ban-thuong-vu',
    'party-committee',
    'party',
    'Ban Thường vụ {uy}; BTV {uy}',
    { name: 'Ban Thường vụ {uy} {ten}', parent: 'cap-uy' },
  ],
  [
    'van-phong-cap-uy',
    'party-agency',
    'party',
    'Văn phòng {uy}',
    { name: 'Văn phòng {uy} {ten}', parent: 'cap-uy' },
  ],
  [
    'ban-to-chuc',
    'party-agency',
    'party',
    'Ban Tổ chức {uy}',
    { name: 'Ban Tổ chức {uy} {ten}', parent: 'cap-uy' },
  ],
  [
    'ban-tuyen-giao',
    'party-agency',
    'party',
    'Ban Tuyên giáo {uy}',
    { name: 'Ban Tuyên giáo {uy} {ten}', parent: 'cap-uy' },
  ],
  [
    'ban-dan-van',
    'party-agency',
    'party',
    'Ban Dân vận {uy}',
    { name: 'Ban Dân vận {uy} {ten}', parent: 'cap-uy' },
  ],
  [
    'uy-ban-kiem-tra',
    'party-agency',
    'party',
    'Ủy ban Kiểm tra {uy}; UBKT {uy}',
    { name: 'Ủy ban Kiểm tra {uy} {ten}', parent: 'cap-uy' },
  ],
  ['hoi-dong-nhan-dan', 'people-council', 'state', 'Hội đồng nhân dân; HĐND', { parent: '' }],
  ['ubnd', 'people-committee', 'state', 'Ủy ban nhân dân; UBND', { parent: '^ubnd' }],
  [
    'van-phong-ubnd',
    'committee-office',
    'state',
    'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân; Văn phòng HĐND và UBND; Văn phòng UBND',
  ],
  ['ban-chi-dao', 'steering-committee', 'command', covid, { parent: '^ban-chi-dao' }],
  ['trung-tam-chi-huy', 'command-centre', 'command', commandCentre, { parent: 'ban-chi-dao' }],
  ['phong-y-te', 'division', 'health', 'Phòng Y tế'],
  ['phong-giao-duc-va-dao-tao', 'division', 'education', 'Phòng Giáo dục và Đào tạo; Phòng GDĐT'],
  [
    'phong-lao-dong-thuong-binh-va-xa-hoi',
    'division',
    'society',
    'Phòng Lao động - Thương binh và Xã hội; Phòng LĐTBXH',
  ],
  [
    'phong-kinh-te',
    'division',
    'economy',
    'Phòng Kinh tế; Phòng Kinh tế và Hạ tầng; Phòng Kinh tế - Hạ tầng; Phòng Nông nghiệp và Phát triển nông thôn',
  ],
  ['phong-tai-chinh-ke-hoach', 'division', 'economy', 'Phòng Tài chính - Kế hoạch'],
  ['phong-noi-vu', 'division', 'state', 'Phòng Nội vụ'],
  ['phong-van-hoa-va-thong-tin', 'division', 'society', 'Phòng Văn hóa và Thông tin; Phòng VHTT'],
  ['phong-quan-ly-do-thi', 'division', 'economy', 'Phòng Quản lý đô thị'],
  ['phong-tai-nguyen-va-moi-truong', 'division', 'economy', 'Phòng Tài nguyên và Môi trường; Phòng TNMT'],
  ['phong-tu-phap', 'division', 'justice', 'Phòng Tư pháp'],
  ['thanh-tra', 'inspectorate', 'state', 'Thanh tra'],
  ['cong-an', 'police', 'armed', 'Công an; CA', { parent: '^cong-an', to: '2025-02-28' }],
  [
    'ban-chi-huy-quan-su',
    'military',
    'armed',
    'Ban Chỉ huy Quân sự; Ban CHQS; BCHQS',
    { parent: '^bo-chi-huy-quan-su' },
  ],
  ['toa-an-nhan-dan', 'court', 'justice', 'Tòa án nhân dân; TAND', { parent: '' }],
  ['vien-kiem-sat-nhan-dan', 'procuracy', 'justice', 'Viện kiểm sát nhân dân; VKSND', { parent: '' }],
  ['trung-tam-y-te', 'health-centre', 'health', 'Trung tâm Y tế; TTYT', { parent: '^so-y-te' }],
  ['mat-tran', 'front', 'front', frontNames, { parent: '^mat-tran' }],
  ['lien-doan-lao-dong', 'mass-organisation', 'front', 'Liên đoàn Lao động; LĐLĐ', { parent: 'mat-tran' }],
  ['hoi-nong-dan', 'mass-organisation', 'front', 'Hội Nông dân', { parent: 'mat-tran' }],
  [
    'hoi-lien-hiep-phu-nu',
    'mass-organisation',
    'front',
    'Hội Liên hiệp Phụ nữ; Hội LHPN; Hội Phụ nữ',
    { parent: 'mat-tran' },
  ],
  [
    'doan-thanh-nien',
    'mass-organisation',
    'front',
    '{doan}; Đoàn TNCS Hồ Chí Minh; Đoàn Thanh niên',
    { name: '{doan} {ten}', parent: 'mat-tran' },
  ],
  ['hoi-cuu-chien-binh', 'mass-organisation', 'front', 'Hội Cựu chiến binh; Hội CCB', { parent: 'mat-tran' }],
  ['hoi-chu-thap-do', 'association', 'front', 'Hội Chữ thập đỏ; Hội CTĐ', { parent: 'mat-tran' }],
  [
    'doi-phan-ung-nhanh',
    'community-team',
    'health',
    'Đội phản ứng nhanh; Tổ phản ứng nhanh',
    { parent: 'trung-tam-y-te' },
  ],
])

/** Communes as they were under a district (2021) and as they are directly under a province. */
export const communeTemplates = /* @__PURE__ */ templates('commune', { parent: 'ubnd' }, [
  ['cap-uy', 'party-committee', 'party', 'Đảng ủy; Đảng bộ; Ban Chấp hành Đảng bộ', { parent: '^cap-uy' }],
  ['hoi-dong-nhan-dan', 'people-council', 'state', 'Hội đồng nhân dân; HĐND', { parent: '' }],
  ['ubnd', 'people-committee', 'state', 'Ủy ban nhân dân; UBND', { parent: '^ubnd' }],
  ['cong-an', 'police', 'armed', 'Công an; CA', { parent: '^cong-an' }],
  ['ban-chi-huy-quan-su', 'military', 'armed', 'Ban Chỉ huy Quân sự; Ban CHQS; BCHQS'],
  ['mat-tran', 'front', 'front', frontNames, { parent: '^mat-tran' }],
  ['hoi-nong-dan', 'mass-organisation', 'front', 'Hội Nông dân', { parent: 'mat-tran' }],
  [
    'hoi-lien-hiep-phu-nu',
    'mass-organisation',
    'front',
    'Hội Liên hiệp Phụ nữ; Hội LHPN; Hội Phụ nữ',
    { parent: 'mat-tran' },
  ],
  [
    'doan-thanh-nien',
    'mass-organisation',
    'front',
    'Đoàn TNCS Hồ Chí Minh; Đoàn Thanh niên',
    { parent: 'mat-tran' },
  ],
  ['hoi-cuu-chien-binh', 'mass-organisation', 'front', 'Hội Cựu chiến binh; Hội CCB', { parent: 'mat-tran' }],
  ['hoi-chu-thap-do', 'association', 'front', 'Hội Chữ thập đỏ; Hội CTĐ', { parent: 'mat-tran' }],
  ['tram-y-te', 'health-station', 'health', 'Trạm Y tế; TYT', { parent: '^trung-tam-y-te', to: threeLevels }],
  // Since 1/1/2026 the station stands under the commune itself (TT 43/2025/TT-BYT).
  ['tram-y-te', 'health-station', 'health', 'Trạm Y tế; TYT', { from: twoLevels }],
  ['ban-chi-dao', 'steering-committee', 'command', covid, { parent: '^ban-chi-dao', to: threeLevels }],
  [
    'ban-chi-dao',
    'steering-committee',
    'command',
    'Ban Chỉ đạo phòng, chống dịch bệnh; Ban Chỉ đạo phòng, chống dịch; Ban Chỉ đạo',
    { parent: '^ban-chi-dao', from: twoLevels },
  ],
  [
    'trung-tam-chi-huy',
    'command-centre',
    'command',
    commandCentre,
    { parent: 'ban-chi-dao', to: threeLevels },
  ],
  [
    'ban-chi-huy-phong-thu-dan-su',
    'command-centre',
    'command',
    'Ban Chỉ huy Phòng thủ dân sự; BCH PTDS',
    { from: twoLevels },
  ],
  [
    'tram-y-te-luu-dong',
    'health-station',
    'health',
    'Trạm Y tế lưu động',
    { parent: 'tram-y-te', to: threeLevels },
  ],
  [
    'to-covid-cong-dong',
    'community-team',
    'health',
    'Tổ Covid cộng đồng; Các Tổ Covid cộng đồng; Tổ Covid-19 cộng đồng',
    { parent: 'ban-chi-dao', to: threeLevels },
  ],
  [
    'van-phong-ubnd',
    'committee-office',
    'state',
    'Văn phòng Hội đồng nhân dân và Ủy ban nhân dân; Văn phòng HĐND và UBND',
    { from: twoLevels },
  ],
  [
    'phong-kinh-te',
    'division',
    'economy',
    'Phòng Kinh tế; Phòng Kinh tế, Hạ tầng và Đô thị',
    { from: twoLevels },
  ],
  ['phong-van-hoa-xa-hoi', 'division', 'society', 'Phòng Văn hóa - Xã hội', { from: twoLevels }],
  [
    'trung-tam-phuc-vu-hanh-chinh-cong',
    'service-unit',
    'state',
    'Trung tâm Phục vụ hành chính công',
    { from: twoLevels },
  ],
  ['truong-mam-non', 'school', 'education', 'Các trường mầm non; Trường mầm non'],
  ['truong-tieu-hoc', 'school', 'education', 'Các trường tiểu học; Trường tiểu học'],
])
