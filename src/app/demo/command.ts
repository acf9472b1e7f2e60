import {
  findAccountByUsername,
  hashPassword,
  insertAccount,
  insertOffice,
} from '#registry/accounts/server/index.ts'
import { findBodyByCode } from '#registry/bodies/server/index.ts'
import { demoTeamId } from './health-network.ts'
import type { CommitteeOffice, IncidentKind } from '#features/command/domain/index.ts'
import { newId } from '#platform/server/chance.ts'
import type { Database, Db } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { demoPassword } from './people.ts'
import { openStage, type Stage } from './stage.ts'

const provincePath = 'v2021.p74'
const commandDesk = 'trung-tam-chi-huy@74'

/** More invented people at the duty desks, so that shifts can be turned, swapped and handed over. */
const officers = [
  { username: 'trucban2.chihuy', personName: 'Đặng Thị Mỹ Hạnh', bodyCode: commandDesk },
  { username: 'trucban3.chihuy', personName: 'Huỳnh Văn Phát', bodyCode: commandDesk },
  { username: 'trucban.thuanan', personName: 'Ngô Thanh Tùng', bodyCode: 'trung-tam-chi-huy@725' },
] as const

interface Seat {
  committee: string
  office: CommitteeOffice
  name: string
  post: string
  from?: string
  to?: string
  work?: string
}

/** All invented. The commander of Thuận An changes, so that the committee of a day can be seen to differ. */
const seats: readonly Seat[] = [
  { committee: 'ban-chi-dao@74', office: 'head', name: 'Nguyễn Văn Hòa', post: 'Bí thư Tỉnh ủy' },
  {
    committee: 'ban-chi-dao@74',
    office: 'standing-deputy',
    name: 'Võ Minh Quang',
    post: 'Chủ tịch Ủy ban nhân dân tỉnh',
  },
  {
    committee: 'ban-chi-dao@74',
    office: 'deputy',
    name: 'Lê Thị Hồng Vân',
    post: 'Phó Chủ tịch Ủy ban nhân dân tỉnh',
    work: 'An sinh xã hội, lương thực',
  },
  {
    committee: 'ban-chi-dao@74',
    office: 'member',
    name: 'Trần Đình Khải',
    post: 'Giám đốc Sở Y tế',
    work: 'Chuyên môn y tế, xét nghiệm, điều trị',
  },
  // BT-0904 §15: directors of electricity and water join.
  {
    committee: 'ban-chi-dao@74',
    office: 'member',
    name: 'Phan Quốc Dũng',
    post: 'Giám đốc Công ty Điện lực',
    from: '2021-09-04',
  },
  {
    committee: 'ban-chi-dao@74',
    office: 'member',
    name: 'Mai Ngọc Ẩn',
    post: 'Giám đốc Công ty Cấp thoát nước',
    from: '2021-09-04',
  },
  {
    committee: commandDesk,
    office: 'commander',
    name: 'Võ Minh Quang',
    post: 'Chủ tịch Ủy ban nhân dân tỉnh',
  },
  {
    committee: commandDesk,
    office: 'deputy-commander',
    name: 'Hồ Sĩ Long',
    post: 'Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh',
    work: 'Hậu cần, vận chuyển',
  },
  { committee: 'ban-chi-dao@725', office: 'head', name: 'Đoàn Thị Lan', post: 'Bí thư Thành ủy Thuận An' },
  {
    committee: 'ban-chi-dao@725',
    office: 'standing-deputy',
    name: 'Phạm Hữu Lộc',
    post: 'Chủ tịch Ủy ban nhân dân thành phố Thuận An',
    from: '2021-09-06',
  },
  {
    committee: 'trung-tam-chi-huy@725',
    office: 'commander',
    name: 'Cao Văn Thắng',
    post: 'Chủ tịch Ủy ban nhân dân thành phố Thuận An',
    to: '2021-08-31',
  },
  {
    committee: 'trung-tam-chi-huy@725',
    office: 'commander',
    name: 'Phạm Hữu Lộc',
    post: 'Chủ tịch Ủy ban nhân dân thành phố Thuận An',
    from: '2021-09-06',
  },
  {
    committee: 'ban-chi-dao@25966',
    office: 'head',
    name: 'Trịnh Thị Bích',
    post: 'Bí thư Đảng ủy phường Lái Thiêu',
  },
  {
    committee: 'ban-chi-dao@25966',
    office: 'member',
    name: 'Võ Thị Ngọc Diễm',
    post: 'Cán bộ Ủy ban nhân dân phường Lái Thiêu',
  },
]

interface Call {
  by: string
  kind: IncidentKind
  details: string
  placeText: string
  toDesk?: string
  phone: string
  then?: 'assign' | 'resolve' | 'escalate'
}

/** Invented calls; numbers 0900 000 … belong to nobody. */
const calls: readonly Call[] = [
  {
    by: 'canbo.laithieu',
    kind: 'emergency-patient',
    details: 'Người bệnh ở trọ khó thở, cần xe cấp cứu',
    placeText: 'Khu phố Đông Tư',
    toDesk: commandDesk,
    phone: '0900000101',
  },
  {
    by: 'canbo.laithieu',
    kind: 'food',
    details: 'Dãy trọ 12 phòng hết gạo từ sáng, có 3 trẻ nhỏ',
    placeText: 'Hẻm 84, khu phố Bình Đức 1',
    phone: '0900000102',
    then: 'assign',
  },
  {
    by: 'canbo.laithieu',
    kind: 'supply',
    details: 'Trạm y tế lưu động hết bình ô xy, phường không còn nguồn',
    placeText: 'Trạm y tế lưu động số 1',
    phone: '0900000103',
    then: 'escalate',
  },
  {
    by: 'tructruong.chihuy',
    kind: 'crowd',
    details: 'Tụ tập chờ mua hàng ở chợ đầu mối',
    placeText: 'Chợ đầu mối, cổng số 2',
    phone: '0900000104',
    then: 'assign',
  },
  {
    by: 'tructruong.chihuy',
    kind: 'rumour',
    details: 'Tin đồn phong tỏa toàn tỉnh từ nửa đêm',
    placeText: '',
    phone: '0900000105',
    then: 'resolve',
  },
  {
    by: 'trucban2.chihuy',
    kind: 'violation',
    details: 'Cơ sở ăn uống phục vụ tại chỗ',
    placeText: 'Đường 22 tháng 12',
    phone: '0900000106',
  },
]

/**
 * Committees of three places, a roster around the day of the exercise with a hole three days ahead, and incidents in
 * several states. People act in their own names through the product's own routes; done again it does nothing.
 */
export async function loadCommand(db: Database, today: string): Promise<void> {
  const ids = await asSystem(db, [provincePath], loadOfficers(await hashPassword(demoPassword)))
  const bodies = await asSystem(db, [provincePath], bodiesOf)
  const stage = await openStage(db, today)
  try {
    for (const [i, seat] of seats.entries()) await takeSeat(stage, bodies, seat, i)
    await makeRoster(stage, ids, today)
    for (const [i, call] of calls.entries()) await takeCall(stage, bodies, call, i)
    await stage.act('command.handover', 'trucban2.chihuy', '/api/duty/handovers', {
      id: idOf('d', 0),
      openItems: 'Tụ tập ở chợ đầu mối: công an phường đang tới. Chờ Lái Thiêu báo lại về ô xy.',
      watch: 'Số cuộc gọi xin lương thực tăng từ chiều.',
    })
    await stage.settle()
  } finally {
    await stage.close()
  }
}

/** Ids that are the same each time, so that what was done is known again. */
const idOf = (kind: 'a' | 'b' | 'c' | 'd', n: number) =>
  `0de0c0de-${kind}000-4000-8000-${String(n).padStart(12, '0')}`

const loadOfficers = (passwordHash: string) => async (tx: Db) => {
  const ids: string[] = []
  for (const { username, personName, bodyCode } of officers) {
    const known = await findAccountByUsername(tx, username)
    const body = await findBodyByCode(tx, bodyCode)
    if (!body) throw new Error(`the demo names a body that does not exist: ${bodyCode}`)
    const id = known?.id ?? newId()
    ids.push(id)
    if (known) continue
    await insertAccount(tx, { id, username, personName, passwordHash, demo: true, mustChange: false })
    await insertOffice(tx, id, {
      id: newId(),
      bodyId: body.id,
      role: 'duty-officer',
      title: `Trực ban, ${body.shortName}`,
      validFrom: '2021-01-01',
      validTo: null,
    })
  }
  const chief = await findAccountByUsername(tx, 'tructruong.chihuy')
  return { chief: chief?.id ?? '', second: ids[0] ?? '', third: ids[1] ?? '', district: ids[2] ?? '' }
}

async function bodiesOf(tx: Db): Promise<Map<string, string>> {
  const codes = [...new Set([...seats.map((seat) => seat.committee), commandDesk, 'ubnd@25966'])]
  const found = await Promise.all(codes.map((code) => findBodyByCode(tx, code)))
  return new Map(found.flatMap((body) => (body ? [[body.code, body.id] as const] : [])))
}

async function takeSeat(stage: Stage, bodies: Map<string, string>, seat: Seat, n: number) {
  const url = `/api/command/committees/${bodies.get(seat.committee)}/members`
  await stage.act(`command.seat.${n}`, 'vanphong.ubnd', url, {
    id: idOf('a', n),
    personName: seat.name,
    office: seat.office,
    post: seat.post,
    phone: `0900000${String(200 + n)}`,
    fromDay: seat.from ?? '2021-05-01',
    ...(seat.to && { toDay: seat.to }),
    number: seat.from ? '77/QĐ-BCĐ (hư cấu)' : '12/QĐ-BCĐ (hư cấu)',
    numberDay: seat.from ?? '2021-04-28',
  })
  if (seat.work)
    await stage.act(`command.work.${n}`, 'vanphong.ubnd', `/api/command/members/${idOf('a', n)}/works`, {
      id: idOf('b', n),
      area: seat.work,
      fromDay: seat.from ?? '2021-05-01',
    })
}

/** From the day before for eight days; the evening three days ahead is left without anybody. */
async function makeRoster(
  stage: Stage,
  ids: { chief: string; second: string; third: string; district: string },
  today: string,
) {
  const desk = 'tructruong.chihuy'
  const plan = (step: string, days: number, from: number) =>
    stage.act(`command.roster.${step}`, desk, '/api/duty/roster', {
      from: dayAfter(today, from),
      days,
      pattern: '3x8',
      startsAt: 420,
      people: [ids.chief, ids.second, ids.third],
    })
  await plan('before', 4, -1)
  await plan('after', 10, 4)
  for (const [i, [hour, accountId]] of [
    [7, ids.chief],
    [23, ids.third],
  ].entries() as Iterable<[number, [number, string]]>)
    await stage.act(`command.shift.${i}`, desk, '/api/duty/shifts', {
      id: idOf('c', 100 + i),
      accountId,
      startsAt: instantOf(dayAfter(today, 3), hour),
      endsAt: instantOf(dayAfter(today, 3), hour + 8),
    })
  await stage.act('command.roster.district', 'trucban.thuanan', '/api/duty/roster', {
    from: today,
    days: 2,
    pattern: '1x24',
    startsAt: 420,
    people: [ids.district],
  })
}

async function takeCall(stage: Stage, bodies: Map<string, string>, call: Call, n: number) {
  const id = idOf('c', n)
  const { by, kind, details, placeText, phone } = call
  const desk = call.toDesk && bodies.get(call.toDesk)
  await stage.act(`command.call.${n}`, by, '/api/incidents', {
    id,
    kind,
    details,
    placeText,
    placeUnitId: by === 'canbo.laithieu' ? 'vn-2021:25966' : undefined,
    caller: { name: 'Nguyễn Văn Thử', phone },
    ...(desk && { deskBodyId: desk }),
  })
  const act = (event: string, version: number, body: object) =>
    stage.act(`command.${event}.${n}`, by, `/api/incidents/${id}/${event}`, { version, ...body })
  if (call.then === 'assign' || call.then === 'resolve')
    await act('assign', 1, {
      teamId: demoTeamId(by === 'canbo.laithieu' ? 'vn-2021:25966' : 'vn-2021:725'),
      note: 'Đến nơi báo lại ngay.',
    })
  if (call.then === 'resolve')
    await act('resolve', 2, { result: 'Đã có tin bác bỏ trên cổng thông tin tỉnh.' })
  if (call.then === 'escalate') await act('escalate', 1, { reason: 'Phường không còn nguồn ô xy.' })
}

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const instantOf = (day: string, hour: number) =>
  new Date(Date.parse(`${day}T00:00:00+07:00`) + hour * 3_600_000).toISOString()
