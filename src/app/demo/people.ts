import type { Role } from '#registry/accounts/domain/index.ts'

/** Known to everyone, and therefore only ever given to demo accounts (docs/operations.md). */
export const demoPassword = 'phao-dai-2021'

export interface DemoAccount {
  username: string
  personName: string
  title: string
  role: Role
  /** Code of the body the office is in (registry/bodies). */
  bodyCode: string
}

/** Invented people in the real offices of Bình Dương, August 2021. Named so that a trainee can tell them apart. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    username: 'vanphong.tinhuy',
    personName: 'Nguyễn Thị Thu Hà',
    title: 'Chuyên viên Văn phòng Tỉnh ủy',
    role: 'office-clerk',
    bodyCode: 'van-phong-cap-uy@74',
  },
  {
    username: 'vanphong.tinhuy2',
    personName: 'Trịnh Gia Bảo',
    title: 'Chuyên viên Văn phòng Tỉnh ủy',
    role: 'office-clerk',
    bodyCode: 'van-phong-cap-uy@74',
  },
  {
    username: 'lanhdao.tinh',
    personName: 'Đặng Quang Vinh',
    title: 'Phó Chủ tịch Ủy ban nhân dân tỉnh',
    role: 'leader',
    bodyCode: 'ubnd@74',
  },
  {
    username: 'vanphong.ubnd',
    personName: 'Lý Hoàng Nam',
    title: 'Chuyên viên Văn phòng Ủy ban nhân dân tỉnh',
    role: 'office-clerk',
    bodyCode: 'van-phong-ubnd@74',
  },
  {
    username: 'tructruong.chihuy',
    personName: 'Trần Quốc Bảo',
    title: 'Trực chỉ huy, Sở Chỉ huy phòng, chống dịch tỉnh',
    role: 'duty-officer',
    bodyCode: 'trung-tam-chi-huy@74',
  },
  {
    username: 'soyte',
    personName: 'Lê Minh Tâm',
    title: 'Chuyên viên Sở Y tế',
    role: 'body-officer',
    bodyCode: 'so-y-te@74',
  },
  {
    username: 'chutich.thuanan',
    personName: 'Phạm Hữu Lộc',
    title: 'Chủ tịch Ủy ban nhân dân thành phố Thuận An',
    role: 'leader',
    bodyCode: 'ubnd@725',
  },
  {
    username: 'canbo.laithieu',
    personName: 'Võ Thị Ngọc Diễm',
    title: 'Cán bộ Ủy ban nhân dân phường Lái Thiêu',
    role: 'commune-clerk',
    bodyCode: 'ubnd@25966',
  },
  {
    username: 'minhphat',
    personName: 'Đỗ Thành Công',
    title: 'Phụ trách an toàn Covid, Công ty TNHH Minh Phát (hư cấu)',
    role: 'enterprise',
    bodyCode: 'cong-ty-minh-phat@74',
  },
  {
    username: 'quantri',
    personName: 'Bùi Anh Khoa',
    title: 'Quản trị hệ thống',
    role: 'administrator',
    bodyCode: 'van-phong-ubnd@74',
  },
  {
    username: 'thanhtra',
    personName: 'Hồ Thị Kim Liên',
    title: 'Thanh tra viên',
    role: 'auditor',
    bodyCode: 'thanh-tra@74',
  },
]

/** An enterprise that does not exist, so that the demo shows what one sees. */
export const demoEnterprise = {
  code: 'cong-ty-minh-phat@74',
  name: 'Công ty TNHH Minh Phát (hư cấu)',
  shortName: 'Công ty Minh Phát',
  kind: 'enterprise',
  sector: 'enterprise',
  unitId: 'vn-2021:25966',
  validFrom: '2015-01-01',
} as const
