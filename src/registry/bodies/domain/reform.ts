/**
 * What became of a standard body in the changes of 2025, by key. `verified` is false where the succession is known of
 * but no instrument was read; a reader sees that flag. A key that is not listed goes to the same key in the unit that
 * took over (UBND tỉnh Bình Dương → UBND Thành phố Hồ Chí Minh).
 */
export interface Reform {
  readonly from: string
  readonly to: string
  readonly since: string
  readonly instrument: string
  readonly note?: string
  readonly verified: boolean
}

const departments = 'Sắp xếp cơ quan chuyên môn cấp tỉnh, tháng 2–3/2025'
const party = 'Sắp xếp cơ quan của Đảng, tháng 2/2025'
const ministries = 'Cơ cấu tổ chức của Chính phủ nhiệm kỳ 2021–2026, từ ngày 01/3/2025'

export const reforms: readonly Reform[] = [
  {
    from: 'so-lao-dong-thuong-binh-va-xa-hoi',
    to: 'so-noi-vu',
    since: '2025-03-01',
    instrument: departments,
    note: 'lao động, việc làm, người có công',
    verified: true,
  },
  {
    from: 'so-lao-dong-thuong-binh-va-xa-hoi',
    to: 'so-y-te',
    since: '2025-03-01',
    instrument: departments,
    note: 'bảo trợ xã hội, trẻ em',
    verified: false,
  },
  {
    from: 'so-thong-tin-va-truyen-thong',
    to: 'so-khoa-hoc-va-cong-nghe',
    since: '2025-03-01',
    instrument: departments,
    verified: true,
  },
  {
    from: 'so-thong-tin-va-truyen-thong',
    to: 'so-van-hoa-the-thao-va-du-lich',
    since: '2025-03-01',
    instrument: departments,
    note: 'báo chí, xuất bản',
    verified: true,
  },
  {
    from: 'so-ke-hoach-va-dau-tu',
    to: 'so-tai-chinh',
    since: '2025-03-01',
    instrument: departments,
    verified: true,
  },
  {
    from: 'so-giao-thong-van-tai',
    to: 'so-xay-dung',
    since: '2025-03-01',
    instrument: departments,
    verified: true,
  },
  {
    from: 'so-nong-nghiep-va-phat-trien-nong-thon',
    to: 'so-nong-nghiep-va-moi-truong',
    since: '2025-03-01',
    instrument: departments,
    verified: true,
  },
  {
    from: 'so-tai-nguyen-va-moi-truong',
    to: 'so-nong-nghiep-va-moi-truong',
    since: '2025-03-01',
    instrument: departments,
    verified: true,
  },
  {
    from: 'ban-tuyen-giao',
    to: 'ban-tuyen-giao-dan-van',
    since: '2025-02-01',
    instrument: party,
    verified: true,
  },
  {
    from: 'ban-dan-van',
    to: 'ban-tuyen-giao-dan-van',
    since: '2025-02-01',
    instrument: party,
    verified: true,
  },
  {
    from: 'bcsd-ubnd',
    to: 'dang-uy-ubnd',
    since: '2025-02-01',
    instrument: party,
    verified: true,
  },
  {
    from: 'dang-doan-hoi-dong-nhan-dan',
    to: 'dang-uy-co-quan-dang',
    since: '2025-02-01',
    instrument: party,
    verified: false,
  },
  {
    from: 'dang-doan-mat-tran',
    to: 'dang-uy-co-quan-dang',
    since: '2025-02-01',
    instrument: party,
    verified: false,
  },
  { from: 'cuc-thue', to: 'thue', since: '2025-03-01', instrument: ministries, verified: false },
  {
    from: 'ban-chi-huy-pctt',
    to: 'ban-chi-huy-phong-thu-dan-su',
    since: '2025-07-01',
    instrument: 'Luật Phòng thủ dân sự',
    verified: false,
  },
  {
    from: 'dai-phat-thanh-truyen-hinh',
    to: 'bao-va-dai',
    since: '2025-07-01',
    instrument: party,
    verified: false,
  },
  { from: 'bao', to: 'bao-va-dai', since: '2025-07-01', instrument: party, verified: false },
  {
    from: 'bo-ke-hoach-va-dau-tu',
    to: 'bo-tai-chinh',
    since: '2025-03-01',
    instrument: ministries,
    verified: false,
  },
  {
    from: 'bo-giao-thong-van-tai',
    to: 'bo-xay-dung',
    since: '2025-03-01',
    instrument: ministries,
    verified: false,
  },
  {
    from: 'bo-nong-nghiep-va-phat-trien-nong-thon',
    to: 'bo-nong-nghiep-va-moi-truong',
    since: '2025-03-01',
    instrument: ministries,
    verified: false,
  },
  {
    from: 'bo-tai-nguyen-va-moi-truong',
    to: 'bo-nong-nghiep-va-moi-truong',
    since: '2025-03-01',
    instrument: ministries,
    verified: false,
  },
  {
    from: 'bo-thong-tin-va-truyen-thong',
    to: 'bo-khoa-hoc-va-cong-nghe',
    since: '2025-03-01',
    instrument: ministries,
    verified: false,
  },
  {
    from: 'bo-lao-dong-thuong-binh-va-xa-hoi',
    to: 'bo-noi-vu',
    since: '2025-03-01',
    instrument: ministries,
    verified: false,
  },
  {
    from: 'uy-ban-dan-toc',
    to: 'bo-dan-toc-va-ton-giao',
    since: '2025-03-01',
    instrument: ministries,
    verified: false,
  },
  {
    from: 'ban-tuyen-giao-trung-uong',
    to: 'ban-tuyen-giao-va-dan-van-trung-uong',
    since: '2025-02-03',
    instrument: party,
    verified: false,
  },
  {
    from: 'ban-dan-van-trung-uong',
    to: 'ban-tuyen-giao-va-dan-van-trung-uong',
    since: '2025-02-03',
    instrument: party,
    verified: false,
  },
  {
    from: 'ban-kinh-te-trung-uong',
    to: 'ban-chinh-sach-chien-luoc-trung-uong',
    since: '2025-02-03',
    instrument: party,
    verified: false,
  },
  {
    from: 'ban-chi-dao-quoc-gia-pctt',
    to: 'ban-chi-dao-phong-thu-dan-su-quoc-gia',
    since: '2025-07-01',
    instrument: 'Luật Phòng thủ dân sự',
    verified: false,
  },
  {
    from: 'uy-ban-quoc-gia-tkcn',
    to: 'ban-chi-dao-phong-thu-dan-su-quoc-gia',
    since: '2025-07-01',
    instrument: 'Luật Phòng thủ dân sự',
    verified: false,
  },
]

/** The instrument by which a body of a province, or of a commune, passed into that of the unit which took over. */
export const mergerOfUnits = { since: '2025-07-01', instrument: 'Nghị quyết 202/2025/QH15', verified: true }
/** Communes were merged by a resolution for each province; their numbers were not read one by one. */
export const mergerOfCommunes = {
  since: '2025-07-01',
  instrument: 'Nghị quyết sắp xếp đơn vị hành chính cấp xã năm 2025',
  verified: false,
}
