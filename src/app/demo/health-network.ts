import { createHash } from 'node:crypto'

import { actorForOffice } from '#registry/accounts/server/index.ts'
import { listUnitsWithin } from '#registry/units/server/index.ts'
import type { Unit } from '#registry/units/domain/index.ts'
import type { Kind, NewRecord } from '#features/health-network/domain/index.ts'
import { hasRecords, recordNew } from '#features/health-network/server/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { Database, Db } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import type { Jobs } from '#platform/server/jobs.ts'

/** The ward of the demo's clerk has no station yet: recording the first one is what a trainee does. */
const clerksWard = 'vn-2021:25966'
const withoutStation = 17

/** Nothing is queued: what is marked here is measured by the job's own sweep. */
const noJobs: Jobs = { send: async () => {}, start: async () => {}, stop: async () => {} }

/**
 * An invented health network over the real communes of a province: 74 of 91 have a mobile station, some parks, groups,
 * teams, beds and regulations. Names are marked as invented and telephone numbers (0900 000 …) belong to nobody. Done
 * again it does nothing. Recorded by the department of health, in one transaction.
 */
export async function loadHealthNetwork(db: Database, provincePath: string, today: string): Promise<void> {
  const actor = await actorForOffice(db, 'soyte', today)
  await asSystem(db, [provincePath], async (tx) => {
    if (await hasRecords(tx)) return
    const units = await listUnitsWithin(tx, provincePath)
    for (const record of network(units)) await recordOne(tx, actor, record, today)
  })
}

function recordOne(tx: Db, actor: Actor, record: NewRecord, today: string) {
  return recordNew(tx, { ...actor, requestId: record.id }, record, { lens: 'network', jobs: noJobs, today })
}

function network(units: readonly Unit[]): NewRecord[] {
  const communes = units.filter(({ level }) => level === 'commune')
  const districts = units.filter(({ level }) => level === 'district')
  const left = leftOut(communes)
  const served = communes.filter(({ id }) => !left.has(id))
  const parkUnits = served.filter((_, i) => i % 12 === 5)
  const parks = parkUnits.map((unit, i) => parkAt(unit, i))
  const smallest = communes
    .filter(({ households, id }) => households !== null && id !== clerksWard)
    .toSorted((a, b) => (a.households ?? 0) - (b.households ?? 0))
    .slice(0, 4)
  return [
    ...parks,
    ...served.map((unit, i) => stationAt(unit, i)),
    ...parks.slice(0, 4).map((park, i) => stationIn(park, parkUnits[i] as Unit, i)),
    ...communes.filter((_, i) => i % 3 === 0).map((unit, i) => bedsAt(unit, i)),
    ...smallest.flatMap(groupsAt),
    ...communes.filter((_, i) => i % 9 === 4).map((unit, i) => groupAt(unit, i, 0)),
    ...districts.flatMap((unit, i) => [teamAt(unit, i), ...(i < 6 ? [regulationOf(unit, i)] : [])]),
    ...communes.filter(({ id }) => id === clerksWard).map((unit) => teamAt(unit, 0)),
    ...parkUnits.slice(0, 3).map((unit, i) => safetyGroupAt(unit, i)),
  ]
}

/** Every fifth commune, and the clerk's ward. */
function leftOut(communes: readonly Unit[]): ReadonlySet<string> {
  const others = communes.filter(({ id }, i) => i % 5 === 2 && id !== clerksWard)
  return new Set([clerksWard, ...others.slice(0, withoutStation - 1).map(({ id }) => id)])
}

let phones = 0
const fakePhone = () => `0900${String(++phones).padStart(6, '0')}`
const people = ['Nguyễn Văn Mẫu', 'Trần Thị Mẫu', 'Lê Văn Thử', 'Phạm Thị Thử', 'Võ Văn Tập', 'Huỳnh Thị Tập']
const personAt = (i: number) => people[i % people.length] as string

/** Stations opened from the end of August on, a few each day, so that the curve of the indicator climbs. */
const firstDays = [
  '2021-08-25',
  '2021-09-02',
  '2021-09-10',
  '2021-09-15',
  '2021-09-20',
  '2021-09-25',
  '2021-09-29',
  '2021-10-08',
]
const firstDay = (i: number) => firstDays[(i * 5) % firstDays.length] as string

function stationAt(unit: Unit, i: number): NewRecord {
  const place = unit.lat !== null && unit.lon !== null ? { lat: unit.lat, lon: unit.lon } : null
  return made('mobile-station', unit, 'station', firstDay(i), {
    name: `Trạm lưu động ${unit.name} (hư cấu)`,
    doctors: i % 11 === 3 ? 0 : 1 + (i % 2),
    staff: 4 + (i % 5),
    phone: fakePhone(),
    oxygen: i % 7 === 0 ? 1 : 2 + (i % 4),
    patients: i % 4 === 0 ? null : 40 + ((i * 13) % 70),
    address: null,
    park: null,
    place,
  })
}

function stationIn(park: NewRecord, unit: Unit, i: number): NewRecord {
  const content = {
    ...stationAt(unit, i).content,
    name: `Trạm lưu động ${park.content.name}`,
    park: park.id,
  }
  return made('mobile-station', unit, 'station-in-park', '2021-10-05', content)
}

function parkAt(unit: Unit, i: number): NewRecord {
  return made('industrial-park', unit, 'park', '2019-01-01', {
    name: `${i % 3 === 2 ? 'Cụm' : 'Khu'} công nghiệp Mẫu ${i + 1} (hư cấu)`,
    parkKind: i % 3 === 2 ? 'ccn' : 'kcn',
    manager: 'Ban Quản lý các khu công nghiệp',
    address: null,
    place: null,
  })
}

function bedsAt(unit: Unit, i: number): NewRecord {
  const beds = 5 + (i % 6) * 3
  return made('station-beds', unit, 'beds', '2021-10-01', {
    name: `Trạm Y tế ${unit.name}`,
    beds,
    oxygenBeds: Math.floor(beds / 3),
  })
}

/** A small commune whose groups cover nearly every household. */
function groupsAt(unit: Unit): NewRecord[] {
  return Array.from({ length: Math.floor((unit.households ?? 0) / 68) }, (_, i) => groupAt(unit, i, i + 1))
}

function groupAt(unit: Unit, i: number, number: number): NewRecord {
  return made('community-group', unit, `group-${number}`, '2021-08-01', {
    name: `Tổ COVID cộng đồng số ${number || 1} (hư cấu)`,
    leader: personAt(i),
    phone: fakePhone(),
    members: 3 + (i % 3),
    households: 60 + (i % 9),
  })
}

function teamAt(unit: Unit, i: number): NewRecord {
  return made('rapid-team', unit, 'team', '2021-06-01', {
    name: `Đội phản ứng nhanh ${unit.name} (hư cấu)`,
    readiness: (['ready', 'ready', 'deployed', 'resting'] as const)[i % 4] as string,
    leader: personAt(i),
    phone: fakePhone(),
    members: 6 + (i % 4),
    vehicle: `61X-000.${String(i + 1).padStart(2, '0')}`,
    serves: unit.name,
  })
}

function regulationOf(unit: Unit, i: number): NewRecord {
  return made('coordination-regulation', unit, 'regulation', `2021-09-${20 + i}`, {
    name: 'Quy chế phối hợp phòng, chống dịch COVID-19 trong khu, cụm công nghiệp (hư cấu)',
    number: `${String(i + 1).padStart(2, '0')}/QCPH`,
    parties: `Ban Quản lý các khu công nghiệp; Ủy ban nhân dân ${unit.name}`,
    file: null,
  })
}

function safetyGroupAt(unit: Unit, i: number): NewRecord {
  return made('safety-group', unit, 'safety', '2021-09-01', {
    name: `Tổ an toàn chuyền ${i + 1} (hư cấu)`,
    enterprise: `Công ty Mẫu ${i + 1} (hư cấu)`,
    workplace: `Xưởng ${i + 1}`,
    leader: personAt(i),
    phone: fakePhone(),
    members: 3 + (i % 3),
  })
}

/** The same record has the same id whenever the demo is loaded. */
function made(
  kind: Kind,
  unit: Unit,
  what: string,
  fromDay: string,
  content: NewRecord['content'],
): NewRecord {
  return { id: idOf(unit.id, what), kind, unitId: unit.id, fromDay, content }
}

function idOf(unitId: string, what: string): string {
  const hex = createHash('sha256').update(`demo ${unitId} ${what}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The rapid team of a district, or of the demo's ward, whom a desk of the demo sends. */
export const demoTeamId = (unitId: string) => idOf(unitId, 'team')
