// The calls are marked pure so that pages, which need none of these tables, do not carry them.
import { type BodyTemplate, templates } from './templates.ts'

/** Last day before the departments were merged (§ reform.ts says into what). */
const beforeMerger = '2025-02-28'
const merged = '2025-03-01'
const threeLevels = '2025-06-30'
const twoLevels = '2025-07-01'

const party = /* @__PURE__ */ templates('province', { parent: 'cap-uy' }, [
  [
    'cap-uy',
    'party-committee',
    'party',
    '{uy}; Ban Chấp hành Đảng bộ {loai}; Đảng bộ {loai}',
    { name: '{uy} {ten}', parent: '' },
  ],
  [
    'ban-thuong-vu',
    'party-committee',
    'party',
    'Ban Thường vụ {uy}; BTV {uy}; BTVTU',
    { name: 'Ban Thường vụ {uy} {ten}' },
  ],
  [
    'thuong-truc-cap-uy',
    'party-committee',
    'party',
    'Thường trực {uy}; TT {uy}; TTTU',
    { name: 'Thường trực {uy} {ten}' },
  ],
  [
    'van-phong-cap-uy',
    'party-agency',
    'party',
    'Văn phòng {uy}; VPTU; VP {uy}',
    { name: 'Văn phòng {uy} {ten}' },
  ],
  ['ban-to-chuc', 'party-agency', 'party', 'Ban Tổ chức {uy}; BTCTU', { name: 'Ban Tổ chức {uy} {ten}' }],
  [
    'ban-tuyen-giao',
    'party-agency',
    'party',
    'Ban Tuyên giáo {uy}; BTGTU; Ban Tuyên giáo',
    { name: 'Ban Tuyên giáo {uy} {ten}', to: '2025-01-31' },
  ],
  [
    'ban-dan-van',
    'party-agency',
    'party',
    'Ban Dân vận {uy}; BDVTU; Ban Dân vận',
    { name: 'Ban Dân vận {uy} {ten}', to: '2025-01-31' },
  ],
  [
    'ban-tuyen-giao-dan-van',
    'party-agency',
    'party',
    'Ban Tuyên giáo và Dân vận {uy}; BTGDVTU; Ban Tuyên giáo và Dân vận',
    { name: 'Ban Tuyên giáo và Dân vận {uy} {ten}', from: '2025-02-01' },
  ],
  [
    'ban-noi-chinh',
    'party-agency',
    'party',
    'Ban Nội chính {uy}; BNCTU; Ban Nội chính',
    { name: 'Ban Nội chính {uy} {ten}' },
  ],
  [
    'uy-ban-kiem-tra',
    'party-agency',
    'party',
    'Ủy ban Kiểm tra {uy}; UBKT {uy}; UBKTTU; Ủy ban Kiểm tra',
    { name: 'Ủy ban Kiểm tra {uy} {ten}' },
  ],
  [
    'dang-uy-cac-co-quan',
    'party-branch-committee',
    'party',
    'Đảng ủy các cơ quan {loai}; Đảng ủy Khối các cơ quan và doanh nghiệp; Đảng ủy Khối các cơ quan {loai}; Đảng ủy Khối các cơ quan',
    { name: 'Đảng ủy các cơ quan {unit}' },
  ],
  [
    'dang-uy-quan-su',
    'party-branch-committee',
    'party',
    'Đảng ủy Quân sự {loai}',
    { name: 'Đảng ủy Quân sự {unit}' },
  ],
  [
    'dang-uy-cong-an',
    'party-branch-committee',
    'party',
    'Đảng ủy Công an {loai}',
    { name: 'Đảng ủy Công an {unit}' },
  ],
  [
    'bcsd-ubnd',
    'party-group',
    'party',
    'Ban cán sự đảng Ủy ban nhân dân {loai}; BCSĐ UBND {loai}; Ban cán sự đảng UBND',
    { name: 'Ban cán sự đảng Ủy ban nhân dân {unit}', to: '2025-01-31' },
  ],
  [
    'bcsd-toa-an',
    'party-group',
    'party',
    'Ban cán sự đảng Tòa án nhân dân {loai}',
    { name: 'Ban cán sự đảng Tòa án nhân dân {unit}', to: '2025-01-31' },
  ],
  [
    'bcsd-vien-kiem-sat',
    'party-group',
    'party',
    'Ban cán sự đảng Viện kiểm sát nhân dân {loai}',
    { name: 'Ban cán sự đảng Viện kiểm sát nhân dân {unit}', to: '2025-01-31' },
  ],
  [
    'dang-doan-hoi-dong-nhan-dan',
    'party-group',
    'party',
    'Đảng đoàn Hội đồng nhân dân {loai}',
    { name: 'Đảng đoàn Hội đồng nhân dân {unit}', to: '2025-01-31' },
  ],
  [
    'dang-doan-mat-tran',
    'party-group',
    'party',
    'Đảng đoàn Ủy ban Mặt trận Tổ quốc Việt Nam {loai}; Đảng đoàn MTTQ',
    { name: 'Đảng đoàn Ủy ban Mặt trận Tổ quốc Việt Nam {unit}', to: '2025-01-31' },
  ],
  [
    'dang-uy-ubnd',
    'party-branch-committee',
    'party',
    'Đảng ủy Ủy ban nhân dân {loai}; Đảng ủy UBND',
    { name: 'Đảng ủy Ủy ban nhân dân {unit}', from: '2025-02-01' },
  ],
  [
    'dang-uy-co-quan-dang',
    'party-branch-committee',
    'party',
    'Đảng ủy các cơ quan Đảng {loai}; Đảng ủy các cơ quan Đảng',
    { name: 'Đảng ủy các cơ quan Đảng {unit}', from: '2025-02-01' },
  ],
])

const command = /* @__PURE__ */ templates('province', { parent: 'cap-uy' }, [
  [
    'ban-chi-dao',
    'steering-committee',
    'command',
    'Ban Chỉ đạo phòng, chống dịch Covid-19; Ban Chỉ đạo phòng, chống dịch bệnh Covid-19; Ban Chỉ đạo phòng, chống dịch; BCĐ PCD Covid-19; Ban Chỉ đạo; Thường trực Ban Chỉ đạo',
    { to: threeLevels },
  ],
  [
    'ban-chi-dao',
    'steering-committee',
    'command',
    'Ban Chỉ đạo phòng, chống dịch bệnh; Ban Chỉ đạo phòng, chống dịch; Ban Chỉ đạo phòng, chống dịch bệnh ở người; Ban Chỉ đạo; Thường trực Ban Chỉ đạo',
    { from: twoLevels },
  ],
  [
    'trung-tam-chi-huy',
    'command-centre',
    'command',
    'Trung tâm Chỉ huy phòng, chống dịch Covid-19; Sở Chỉ huy phòng, chống dịch bệnh Covid-19; Sở Chỉ huy phòng, chống dịch Covid-19; Ban Chỉ huy phòng, chống dịch bệnh Covid-19; Ban Chỉ huy phòng, chống dịch Covid-19; Bộ phận chỉ huy; Bộ phận chỉ huy thuộc Ban Chỉ đạo; Sở Chỉ huy; Trung tâm Chỉ huy; SCH',
    { parent: 'ban-chi-dao', to: threeLevels },
  ],
  [
    'trung-tam-chi-huy',
    'command-centre',
    'command',
    'Trung tâm Chỉ huy phòng, chống dịch bệnh; Sở Chỉ huy phòng, chống dịch bệnh; Sở Chỉ huy; Trung tâm Chỉ huy',
    { parent: 'ban-chi-dao', from: twoLevels },
  ],
  [
    'ban-chi-huy-pctt',
    'command-centre',
    'command',
    'Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn; Ban Chỉ huy PCTT và TKCN; Ban Chỉ huy PCTT&TKCN; Ban Chỉ huy PCTT',
    { parent: 'ubnd', to: threeLevels },
  ],
  [
    'ban-chi-huy-phong-thu-dan-su',
    'command-centre',
    'command',
    'Ban Chỉ huy Phòng thủ dân sự; BCH PTDS; Văn phòng BCH PTDS',
    { parent: 'ubnd', from: twoLevels },
  ],
])

const state = /* @__PURE__ */ templates('province', { parent: 'ubnd' }, [
  [
    'hoi-dong-nhan-dan',
    'people-council',
    'state',
    'Hội đồng nhân dân; HĐND; Thường trực HĐND; TT HĐND',
    { parent: '' },
  ],
  ['doan-dai-bieu-quoc-hoi', 'national-office', 'state', 'Đoàn đại biểu Quốc hội; Đoàn ĐBQH', { parent: '' }],
  [
    'van-phong-hdnd',
    'committee-office',
    'state',
    'Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân; Văn phòng Đoàn ĐBQH và HĐND; Văn phòng HĐND',
    { parent: 'hoi-dong-nhan-dan' },
  ],
  ['ubnd', 'people-committee', 'state', 'Ủy ban nhân dân; UBND', { parent: '' }],
  ['van-phong-ubnd', 'committee-office', 'state', 'Văn phòng Ủy ban nhân dân; VP UBND; VPUB; Văn phòng UBND'],
  [
    'cong-thong-tin-dien-tu',
    'service-unit',
    'media',
    'Cổng Thông tin điện tử; Cổng TTĐT',
    { parent: 'van-phong-ubnd' },
  ],
  ['so-noi-vu', 'department', 'state', 'Sở Nội vụ; SNV'],
  ['so-tu-phap', 'department', 'justice', 'Sở Tư pháp; STP'],
  ['so-ke-hoach-va-dau-tu', 'department', 'economy', 'Sở Kế hoạch và Đầu tư; SKHĐT', { to: beforeMerger }],
  ['so-tai-chinh', 'department', 'economy', 'Sở Tài chính; STC'],
  ['so-cong-thuong', 'department', 'economy', 'Sở Công Thương; SCT'],
  [
    'so-nong-nghiep-va-phat-trien-nong-thon',
    'department',
    'economy',
    'Sở Nông nghiệp và Phát triển nông thôn; SNNPTNT',
    { to: beforeMerger },
  ],
  [
    'so-tai-nguyen-va-moi-truong',
    'department',
    'economy',
    'Sở Tài nguyên và Môi trường; STNMT',
    { to: beforeMerger },
  ],
  [
    'so-nong-nghiep-va-moi-truong',
    'department',
    'economy',
    'Sở Nông nghiệp và Môi trường; SNNMT',
    { from: merged },
  ],
  ['so-giao-thong-van-tai', 'department', 'economy', 'Sở Giao thông vận tải; SGTVT', { to: beforeMerger }],
  ['so-xay-dung', 'department', 'economy', 'Sở Xây dựng; SXD'],
  [
    'so-thong-tin-va-truyen-thong',
    'department',
    'society',
    'Sở Thông tin và Truyền thông; STTTT',
    { to: beforeMerger },
  ],
  ['so-khoa-hoc-va-cong-nghe', 'department', 'society', 'Sở Khoa học và Công nghệ; SKHCN'],
  [
    'so-lao-dong-thuong-binh-va-xa-hoi',
    'department',
    'society',
    'Sở Lao động - Thương binh và Xã hội; Sở LĐTBXH; SLĐTBXH; Sở Lao động, Thương binh và Xã hội',
    { to: beforeMerger },
  ],
  [
    'so-van-hoa-the-thao-va-du-lich',
    'department',
    'society',
    'Sở Văn hóa, Thể thao và Du lịch; SVHTTDL; Sở Văn hóa và Thể thao',
  ],
  [
    'so-giao-duc-va-dao-tao',
    'department',
    'education',
    'Sở Giáo dục và Đào tạo; SGDĐT; Ngành giáo dục và đào tạo; Ngành giáo dục',
  ],
  ['so-y-te', 'department', 'health', 'Sở Y tế; SYT; Ngành y tế'],
  ['so-dan-toc-va-ton-giao', 'department', 'society', 'Sở Dân tộc và Tôn giáo', { from: merged }],
  ['so-ngoai-vu', 'department', 'state', 'Sở Ngoại vụ; SNgV'],
  ['thanh-tra', 'inspectorate', 'state', 'Thanh tra; Thanh tra {loai}', { name: 'Thanh tra {unit}' }],
  [
    'ban-quan-ly-khu-cong-nghiep',
    'zone-board',
    'economy',
    'Ban Quản lý các Khu công nghiệp; BQL các KCN; BQL KCN; Ban Quản lý Khu công nghiệp; Ban Quản lý các khu, cụm công nghiệp; Ban Quản lý Khu kinh tế; BQL KKT; Ban Quản lý Khu kinh tế và các khu công nghiệp',
  ],
  ['lien-minh-hop-tac-xa', 'association', 'economy', 'Liên minh Hợp tác xã; Liên minh HTX'],
])

const armed = /* @__PURE__ */ templates('province', { parent: 'ubnd' }, [
  ['cong-an', 'police', 'armed', 'Công an; CA; Ngành công an'],
  [
    'bo-chi-huy-quan-su',
    'military',
    'armed',
    'Bộ Chỉ huy Quân sự; Bộ CHQS; BCHQS',
    { where: 'not-municipality' },
  ],
  [
    'bo-chi-huy-quan-su',
    'military',
    'armed',
    'Bộ Chỉ huy Quân sự; Bộ CHQS; BCHQS; Bộ Tư lệnh',
    { where: 'municipality' },
  ],
  [
    'bo-doi-bien-phong',
    'border-guard',
    'armed',
    'Bộ Chỉ huy Bộ đội Biên phòng; BCH BĐBP; Bộ CHBĐBP; Bộ đội Biên phòng; Biên phòng',
    { where: 'border-or-coast', to: threeLevels },
  ],
  [
    'bo-doi-bien-phong',
    'border-guard',
    'armed',
    'Ban Chỉ huy Bộ đội Biên phòng; BCH BĐBP; Bộ Chỉ huy Bộ đội Biên phòng; Bộ đội Biên phòng; Biên phòng',
    { where: 'border-or-coast', from: twoLevels, parent: 'bo-chi-huy-quan-su' },
  ],
])

const justice = /* @__PURE__ */ templates('province', {}, [
  ['toa-an-nhan-dan', 'court', 'justice', 'Tòa án nhân dân; TAND'],
  ['vien-kiem-sat-nhan-dan', 'procuracy', 'justice', 'Viện kiểm sát nhân dân; VKSND'],
  [
    'thi-hanh-an-dan-su',
    'vertical-agency',
    'justice',
    'Cục Thi hành án dân sự; Cục THADS; Thi hành án dân sự',
  ],
])

const front = /* @__PURE__ */ templates('province', { parent: 'mat-tran' }, [
  [
    'mat-tran',
    'front',
    'front',
    'Ủy ban Mặt trận Tổ quốc Việt Nam; UBMTTQVN; UBMTTQ; Ủy ban Mặt trận Tổ quốc; Mặt trận Tổ quốc; Mặt trận Tổ quốc Việt Nam; MTTQ; Ban Thường trực Ủy ban MTTQ Việt Nam; BTT Ủy ban MTTQ Việt Nam; Thường trực UBMTTQVN; UB MTTQ Việt Nam',
    { parent: '' },
  ],
  ['lien-doan-lao-dong', 'mass-organisation', 'front', 'Liên đoàn Lao động; LĐLĐ'],
  ['hoi-nong-dan', 'mass-organisation', 'front', 'Hội Nông dân; HND'],
  ['hoi-lien-hiep-phu-nu', 'mass-organisation', 'front', 'Hội Liên hiệp Phụ nữ; Hội LHPN; Hội Phụ nữ'],
  [
    'tinh-doan',
    'mass-organisation',
    'front',
    '{doan}; Đoàn TNCS Hồ Chí Minh; Ban Chấp hành Đoàn TNCS Hồ Chí Minh; Đoàn Thanh niên',
    { name: '{doan} {ten}' },
  ],
  ['hoi-cuu-chien-binh', 'mass-organisation', 'front', 'Hội Cựu chiến binh; Hội CCB'],
  ['hoi-chu-thap-do', 'association', 'front', 'Hội Chữ thập đỏ; Hội CTĐ'],
  ['hoi-nguoi-cao-tuoi', 'association', 'front', 'Hội Người cao tuổi'],
  ['lien-hiep-cac-hoi-khoa-hoc', 'association', 'front', 'Liên hiệp các Hội Khoa học và Kỹ thuật'],
  [
    'hoi-doanh-nghiep',
    'association',
    'economy',
    'Hiệp hội Doanh nghiệp; Liên đoàn Doanh nghiệp; Hội Doanh nghiệp',
  ],
])

const health = /* @__PURE__ */ templates('province', { parent: 'so-y-te' }, [
  ['cdc', 'cdc', 'health', 'Trung tâm Kiểm soát bệnh tật; CDC; TTKSBT; Trung tâm CDC; Trung tâm KSBT'],
  [
    'benh-vien-da-khoa',
    'hospital',
    'health',
    'Bệnh viện Đa khoa {loai}; BVĐK {loai}; Bệnh viện Đa khoa',
    { name: 'Bệnh viện Đa khoa {unit}' },
  ],
  ['benh-vien-y-hoc-co-truyen', 'hospital', 'health', 'Bệnh viện Y học cổ truyền; BV YHCT'],
  ['trung-tam-cap-cuu-115', 'service-unit', 'health', 'Trung tâm Cấp cứu 115; Cấp cứu 115'],
  [
    'chi-cuc-an-toan-thuc-pham',
    'service-unit',
    'health',
    'Chi cục An toàn vệ sinh thực phẩm; Chi cục An toàn thực phẩm',
  ],
])

const others = /* @__PURE__ */ templates('province', {}, [
  ['bao-hiem-xa-hoi', 'vertical-agency', 'society', 'Bảo hiểm xã hội; BHXH'],
  ['kho-bac-nha-nuoc', 'vertical-agency', 'economy', 'Kho bạc Nhà nước; KBNN'],
  ['cuc-thue', 'vertical-agency', 'economy', 'Cục Thuế; Thuế', { to: beforeMerger }],
  ['thue', 'vertical-agency', 'economy', 'Thuế; Cục Thuế; Chi cục Thuế khu vực', { from: merged }],
  ['cuc-hai-quan', 'vertical-agency', 'economy', 'Cục Hải quan; Hải quan'],
  ['cuc-thong-ke', 'vertical-agency', 'economy', 'Cục Thống kê; Thống kê'],
  [
    'cuc-quan-ly-thi-truong',
    'vertical-agency',
    'economy',
    'Cục Quản lý thị trường; Cục QLTT; Quản lý thị trường; QLTT',
  ],
  [
    'ngan-hang-nha-nuoc',
    'vertical-agency',
    'economy',
    'Ngân hàng Nhà nước chi nhánh; NHNN chi nhánh; Ngân hàng Nhà nước Việt Nam chi nhánh; Ngân hàng Nhà nước',
    { name: 'Ngân hàng Nhà nước Việt Nam chi nhánh {unit}' },
  ],
  [
    'ngan-hang-chinh-sach-xa-hoi',
    'vertical-agency',
    'society',
    'Ngân hàng Chính sách xã hội chi nhánh; Chi nhánh Ngân hàng Chính sách xã hội; NHCSXH',
    { name: 'Ngân hàng Chính sách xã hội chi nhánh {unit}' },
  ],
  ['buu-dien', 'enterprise', 'enterprise', 'Bưu điện'],
  [
    'dien-luc',
    'enterprise',
    'enterprise',
    'Công ty Điện lực; Điện lực; Cty Điện lực',
    { name: 'Công ty Điện lực {ten}' },
  ],
  [
    'cap-thoat-nuoc',
    'enterprise',
    'enterprise',
    'Công ty Cổ phần Cấp thoát nước; Công ty Cấp thoát nước; Cấp thoát nước; Công ty Cổ phần Nước - Môi trường',
    { name: 'Công ty Cổ phần Cấp thoát nước {ten}' },
  ],
  [
    'dai-phat-thanh-truyen-hinh',
    'media',
    'media',
    'Đài Phát thanh và Truyền hình; Đài PT-TH; Đài PTTH; Đài Phát thanh - Truyền hình',
    { name: 'Đài Phát thanh và Truyền hình {ten}', to: threeLevels },
  ],
  ['bao', 'media', 'media', 'Báo {ten}; Báo {loai}', { name: 'Báo {ten}', to: threeLevels }],
  [
    'bao-va-dai',
    'media',
    'media',
    'Báo và Đài Phát thanh, Truyền hình; Báo và PTTH; Báo và Phát thanh - Truyền hình; Báo và Phát thanh, Truyền hình; Cơ quan Báo và Phát thanh, Truyền hình; Báo&PTTH',
    { name: 'Báo và Phát thanh, Truyền hình {ten}', from: twoLevels },
  ],
  ['truong-chinh-tri', 'school', 'education', 'Trường Chính trị'],
  [
    'truong-cao-dang-y-te',
    'school',
    'education',
    'Trường Cao đẳng Y tế',
    { name: 'Trường Cao đẳng Y tế {ten}' },
  ],
  [
    'truong-dai-hoc',
    'school',
    'education',
    'Trường Đại học; Trường Đại học {ten}',
    { name: 'Trường Đại học {ten}' },
  ],
  [
    'truong-cao-dang',
    'school',
    'education',
    'Trường Cao đẳng {ten}; Trường Cao đẳng',
    { name: 'Trường Cao đẳng {ten}' },
  ],
])

/** What a province has, before and after the changes of 2025. */
export function provinceTemplates(): BodyTemplate[] {
  return [...party, ...command, ...state, ...armed, ...justice, ...front, ...health, ...others]
}
