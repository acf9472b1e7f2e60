import type { IndicatorSource } from '#registry/indicators/server/index.ts'
import { sql } from '#platform/server/db.ts'
import type { Kind } from '../domain/index.ts'

type Sql = ReturnType<IndicatorSource['numerator']>

const facts = (kind: Kind, unitId: Sql, weight: Sql) => sql`
  select r.from_day, r.to_day, ${weight} as weight from health_records r
  where r.unit_id = ${unitId} and r.kind = ${kind} and not r.withdrawn`
const one = sql`1::numeric`
const rows = (kind: Kind, note: Sql) => (unitId: Sql, day: Sql) => sql`
  select r.name as label, ${note} as note, '/y-te-co-so/' || r.id as page from health_records r
  where r.unit_id = ${unitId} and r.kind = ${kind} and not r.withdrawn and r.from_day <= ${day} and coalesce(r.to_day >= ${day}, true)
  order by r.name collate "vi-x-icu", r.id`
const since = sql`to_char(r.from_day, '"từ "FMDD/FMMM/YYYY')`
const seenBy = { rowsMay: 'health-network.read' } as const
const communes = { vi: 'xã, phường, thị trấn', en: 'communes' }

/** What the register measures for directives. The keys are bound to targets and are never renamed. */
export const healthNetworkIndicators: readonly IndicatorSource[] = [
  {
    key: 'communes-with-mobile-station',
    title: { vi: 'Xã, phường, thị trấn có trạm y tế lưu động', en: 'Communes with a mobile health station' },
    meaning: {
      vi: 'Số xã, phường, thị trấn có ít nhất số trạm y tế lưu động đã chọn đang hoạt động trong ngày, kể từ ngày trạm bắt đầu đến hết ngày trạm ngừng.',
      en: 'Communes that have at least the chosen number of mobile health stations at work on the day, from the first day of a station to its last.',
    },
    noun: communes,
    level: 'commune',
    measure: 'units-reaching',
    atLeast: { default: 1, min: 1, max: 20 },
    instrument: 'Quyết định 4042/QĐ-BYT ngày 21/8/2021',
    numerator: (unitId) => facts('mobile-station', unitId, one),
    rows: rows('mobile-station', since),
    ...seenBy,
  },
  {
    key: 'mobile-stations',
    title: { vi: 'Trạm y tế lưu động', en: 'Mobile health stations' },
    meaning: {
      vi: 'Số trạm y tế lưu động đang hoạt động trong ngày, kể cả trạm trong khu, cụm công nghiệp.',
      en: 'Mobile health stations at work on the day, those in industrial parks included.',
    },
    noun: { vi: 'trạm', en: 'stations' },
    level: 'commune',
    measure: 'sum',
    instrument: 'Quyết định 4042/QĐ-BYT ngày 21/8/2021',
    numerator: (unitId) => facts('mobile-station', unitId, one),
    rows: rows('mobile-station', since),
    ...seenBy,
  },
  {
    key: 'commune-station-beds',
    title: { vi: 'Giường tại trạm y tế xã', en: 'Beds in commune health stations' },
    meaning: {
      vi: 'Số giường theo lần đếm gần nhất của mỗi xã, phường, thị trấn; xã chưa đếm tính là 0.',
      en: 'Beds by the latest count of each commune; a commune that has not counted adds none.',
    },
    noun: { vi: 'giường', en: 'beds' },
    level: 'commune',
    measure: 'sum',
    // A count stands until the next one of the same commune begins.
    numerator: (unitId) => sql`
      select c.from_day, least(c.to_day, c.next_day - 1) as to_day, c.beds::numeric as weight
      from (select r.from_day, r.to_day, r.beds, lead(r.from_day) over (order by r.from_day, r.id) as next_day
            from health_records r where r.unit_id = ${unitId} and r.kind = 'station-beds' and not r.withdrawn) as c
      where c.beds > 0 and (c.next_day is null or c.next_day > c.from_day)`,
    rows: (unitId, day) => sql`
      select r.name as label, r.beds || ' giường, ' || ${since} as note, '/y-te-co-so/' || r.id as page from health_records r
      where r.unit_id = ${unitId} and r.kind = 'station-beds' and not r.withdrawn and r.from_day <= ${day} and coalesce(r.to_day >= ${day}, true)
      order by r.from_day desc, r.id desc limit 1`,
    ...seenBy,
  },
  {
    key: 'households-in-community-groups',
    title: { vi: 'Hộ gia đình có tổ COVID cộng đồng', en: 'Households covered by community groups' },
    meaning: {
      vi: 'Số hộ mà các tổ COVID cộng đồng phụ trách trên số hộ của địa bàn. Chỉ tính xã, phường, thị trấn đã biết số hộ.',
      en: 'Households in the care of community Covid groups out of all households. Only communes whose households are known count.',
    },
    noun: { vi: 'hộ', en: 'households' },
    level: 'commune',
    measure: 'share',
    // Households nobody has counted cannot be covered: without this a commune would add to the one side only.
    numerator: (unitId) => sql`
      select g.* from (${facts('community-group', unitId, sql`r.households::numeric`)}) as g
      where exists (select from units u where u.id = ${unitId} and u.households is not null)`,
    denominator: (unitId) => sql`
      select u.valid_from as from_day, u.valid_to as to_day, u.households::numeric as weight from units u
      where u.id = ${unitId} and u.households is not null`,
    rows: rows('community-group', sql`r.households || ' hộ'`),
    ...seenBy,
  },
  {
    key: 'rapid-response-teams',
    title: { vi: 'Đội phản ứng nhanh', en: 'Rapid response teams' },
    meaning: {
      vi: 'Số đội phản ứng nhanh của xã, huyện, tỉnh đang được duy trì trong ngày, ở mọi tình trạng sẵn sàng.',
      en: 'Rapid response teams of communes, districts and the province that stand on the day, whatever their readiness.',
    },
    noun: { vi: 'đội', en: 'teams' },
    level: 'commune',
    measure: 'sum',
    above: true,
    numerator: (unitId) => facts('rapid-team', unitId, one),
    rows: rows('rapid-team', since),
    ...seenBy,
  },
  {
    key: 'parks-with-mobile-station',
    title: {
      vi: 'Khu, cụm công nghiệp có trạm y tế lưu động',
      en: 'Industrial parks with a mobile health station',
    },
    meaning: {
      vi: 'Số khu, cụm công nghiệp có ít nhất một trạm y tế lưu động đang hoạt động trong khu, trên số khu, cụm đã ghi nhận.',
      en: 'Industrial parks with at least one mobile health station at work inside, out of the parks on record.',
    },
    noun: { vi: 'khu, cụm công nghiệp', en: 'parks' },
    level: 'commune',
    measure: 'share',
    instrument: 'Quyết định 4042/QĐ-BYT ngày 21/8/2021',
    // Days of several stations in one park are joined, so that a park counts once.
    numerator: (unitId) => sql`
      select lower(days) as from_day, upper(days) - 1 as to_day, 1::numeric as weight
      from (select unnest(range_agg(daterange(greatest(s.from_day, p.from_day), least(s.to_day, p.to_day), '[]'))) as days
            from health_records p join health_records s on s.park_id = p.id and s.kind = 'mobile-station' and not s.withdrawn
            where p.unit_id = ${unitId} and p.kind = 'industrial-park' and not p.withdrawn
              and coalesce(least(s.to_day, p.to_day) >= greatest(s.from_day, p.from_day), true)
            group by p.id) as spans`,
    denominator: (unitId) => facts('industrial-park', unitId, one),
    rows: rows('industrial-park', sql`r.content ->> 'manager'`),
    ...seenBy,
  },
  {
    key: 'coordination-regulations',
    title: {
      vi: 'Quy chế phối hợp phòng, chống dịch với khu, cụm công nghiệp',
      en: 'Coordination regulations with industrial parks',
    },
    meaning: {
      vi: 'Số quy chế phối hợp đã ký giữa ban quản lý khu, cụm công nghiệp và huyện hoặc xã, kể từ ngày ký.',
      en: 'Coordination regulations signed between park boards and districts or communes, from the day of signing.',
    },
    noun: { vi: 'quy chế', en: 'regulations' },
    level: 'commune',
    measure: 'sum',
    above: true,
    numerator: (unitId) => facts('coordination-regulation', unitId, one),
    rows: rows('coordination-regulation', sql`r.content ->> 'number'`),
    ...seenBy,
  },
]
