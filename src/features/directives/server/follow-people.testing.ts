import { expect } from 'vitest'

import type { Person, World } from '#tests/world.ts'
import { newId } from '#platform/server/chance.ts'
import type { FollowPart, Task, TaskFollow } from '../domain/index.ts'

/** Of our own writing: a lead with a helper, a measurable target, a deadline; one led by two; one without a deadline. */
const text = `TỈNH ỦY BÌNH DƯƠNG
*
Số: 311-TB/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Thủ Dầu Một, ngày 15 tháng 9 năm 2021

THÔNG BÁO
KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY
về chăm sóc sức khỏe tại cơ sở

1. Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh bảo đảm 100% xã, phường, thị trấn có ít nhất 01 Trạm Y tế lưu động, chậm nhất đến ngày 30/9/2021.

2. Giao Sở Tài chính bố trí kinh phí mua 50.000 bộ kít xét nghiệm nhanh, xong trước ngày 10/9/2021.

3. Ủy ban nhân dân thành phố Thuận An rà soát các khu nhà trọ.

Nơi nhận:
- Sở Y tế,
- Công an tỉnh,
- Lưu VPTU.
`

export interface People {
  office: Person
  colleague: Person
  health: Person
  police: Person
  finance: Person
  thuanAn: Person
  laiThieu: Person
  anPhu: Person
  farAway: Person
}

export async function meetPeople(world: World): Promise<People> {
  const join = (code: string, role: Parameters<World['join']>[1], name: string) =>
    world.join(code, role, name)
  return {
    office: await join('van-phong-cap-uy@74', 'office-clerk', 'Thu Hà'),
    colleague: await join('van-phong-cap-uy@74', 'office-clerk', 'Quốc Anh'),
    health: await join('so-y-te@74', 'body-officer', 'Minh Tâm'),
    police: await join('cong-an@74', 'body-officer', 'Chí Công'),
    finance: await join('so-tai-chinh@74', 'body-officer', 'Kim Ngân'),
    thuanAn: await join('ubnd@725', 'body-officer', 'Hữu Lộc'),
    laiThieu: await join('ubnd@25966', 'commune-clerk', 'Ngọc Lan'),
    anPhu: await join('ubnd@25969', 'commune-clerk', 'Văn Bình'),
    farAway: await join('ubnd@84', 'body-officer', 'người Trà Vinh'),
  }
}

/** Brought in, read and issued by the office; answers the tasks in the order of the document. */
export async function issue(world: World, office: Person, words = text) {
  const id = newId()
  await office.post('/api/directives/text', { id, name: 'ket-luan', text: words })
  await world.settle()
  const draft = (await office.get(`/api/directives/${id}`)).body
  const issued = await office.post(`/api/directives/${id}/issue`, { version: draft.version })
  expect(issued.status, JSON.stringify(issued.body)).toBe(200)
  const tasks = (await office.get(`/api/directives/${id}`)).body.tasks as Task[]
  return { id, tasks, about: (part: string) => tasks.find((t) => t.quote.includes(part))! }
}

export async function follow(who: Person, taskId: string): Promise<TaskFollow> {
  const answer = await who.get(`/api/tasks/${taskId}/follow`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

export async function partOf(who: Person, taskId: string, bodyId = who.bodyId): Promise<FollowPart> {
  return (await follow(who, taskId)).parts.find((p) => p.bodyId === bodyId)!
}

/** A report as the page sends it, on the version that the person sees. */
export async function report(who: Person, taskId: string, more: object = {}) {
  const { version } = await partOf(who, taskId)
  return who.post(`/api/tasks/${taskId}/reports`, {
    id: newId(),
    version,
    text: 'Đã lập 40 trạm',
    ...more,
  })
}
