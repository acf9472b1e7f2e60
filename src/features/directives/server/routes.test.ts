import { randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'

import { openWorld, type Person } from '#tests/world.ts'
import type { Directive, Edited, Task } from '../domain/index.ts'
import type { z } from 'zod'

const world = openWorld()

/** Of our own writing: every field kind once, bodies that exist in Bình Dương, one lead that is inherited. */
const text = `TỈNH ỦY BÌNH DƯƠNG
*
Số: 207-TB/TU

ĐẢNG CỘNG SẢN VIỆT NAM
Thủ Dầu Một, ngày 10 tháng 9 năm 2021

THÔNG BÁO
KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY
về xét nghiệm và chăm sóc người bệnh tại nhà

Tại cuộc họp ngày 09/9/2021, Ban Thường vụ Tỉnh ủy kết luận như sau:

1. Về xét nghiệm:

- Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh tổ chức lấy mẫu toàn bộ khu nhà trọ, hoàn thành trước ngày 20/9/2021. Hằng ngày tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh.

- Giao Sở Tài chính bố trí kinh phí mua 50.000 bộ kít xét nghiệm nhanh.

2. Về chăm sóc người bệnh tại nhà:

- Ủy ban nhân dân thành phố Thuận An lập ít nhất 02 tổ chăm sóc tại mỗi phường, xong trước ngày 25/9/2021.

- Giao Giám đốc Sở Y tế phê duyệt phương án chăm sóc người bệnh tại nhà.

Nơi nhận:
- Ban Chỉ đạo phòng, chống dịch Covid-19 tỉnh,
- Sở Y tế,
- Công an tỉnh,
- Lưu VPTU.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Trần Văn Minh
`

let clerk: Person
let colleague: Person
let health: Person
let police: Person
let thuanAn: Person
let farAway: Person
let duty: Person
beforeAll(async () => {
  clerk = await world().join('van-phong-cap-uy@74', 'office-clerk', 'Thu Hà')
  colleague = await world().join('van-phong-cap-uy@74', 'office-clerk', 'Quốc Anh')
  health = await world().join('so-y-te@74', 'body-officer', 'Minh Tâm')
  police = await world().join('cong-an@74', 'body-officer', 'Chí Công')
  thuanAn = await world().join('ubnd@725', 'body-officer', 'Hữu Lộc')
  farAway = await world().join('van-phong-cap-uy@84', 'office-clerk', 'người Trà Vinh')
  duty = await world().join('trung-tam-chi-huy@74', 'duty-officer', 'Quốc Bảo')
})

/** Brought in by the clerk and read; the draft as she sees it. */
async function readDraft(by = clerk): Promise<Directive> {
  const id = randomUUID()
  const received = await by.upload(
    '/api/directives',
    { id },
    { name: 'ket-luan.txt', type: 'text/plain', bytes: text },
  )
  expect(received.status, JSON.stringify(received.body)).toBe(200)
  await world().settle()
  return see(by, id)
}

async function see(by: Person, id: string): Promise<Directive> {
  const answer = await by.get(`/api/directives/${id}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

const taskAbout = (directive: Directive, words: string): Task => {
  const found = directive.tasks.find((t) => t.quote.includes(words))
  expect(
    found,
    `a task about “${words}” among ${directive.tasks.map((t) => t.quote.slice(0, 40)).join(' | ')}`,
  ).toBeDefined()
  return found!
}

const edited = (answer: { status: number; body: unknown }): z.infer<typeof Edited> => {
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body as z.infer<typeof Edited>
}

describe('a document comes in', () => {
  test('and is read into a register whose bodies are real ones', async () => {
    const draft = await readDraft()
    expect(draft.state).toBe('draft')
    expect(draft.document).toMatchObject({
      kind: 'thong-bao-ket-luan',
      number: '207-TB/TU',
      date: '2021-09-10',
      meetingDate: '2021-09-09',
    })
    const sampling = taskAbout(draft, 'lấy mẫu')
    expect(sampling.content.lead.flatMap((p) => p.bodyIds)).toEqual([await world().body('so-y-te@74')])
    expect(sampling.content.coordinate.flatMap((p) => p.bodyIds)).toEqual([await world().body('cong-an@74')])
    expect(sampling.content.deadline).toMatchObject({ kind: 'by', date: '2021-09-20' })
    const teams = taskAbout(draft, 'tổ chăm sóc')
    expect(teams.content.lead.flatMap((p) => p.bodyIds)).toEqual([await world().body('ubnd@725')])
    // Every field shows where it was read: the words of the lead stand at its evidence.
    const place = sampling.evidence['lead/0']!
    expect(draft.text.slice(place.start, place.end)).toContain('Sở Y tế')
    expect(draft.text.slice(sampling.span.start, sampling.span.end).replace(/\s+/g, ' ')).toBe(sampling.quote)
  })

  test('sent twice by a bad network, and is one document', async () => {
    const body = { id: randomUUID(), name: 'chi-dao', text }
    const requestId = randomUUID()
    const first = await clerk.post('/api/directives/text', body, requestId)
    const again = await clerk.post('/api/directives/text', body, requestId)
    expect([first.status, again.status]).toEqual([200, 200])
    const other = await clerk.post('/api/directives/text', { ...body, id: randomUUID() }, requestId)
    expect(other.status).toBe(409)
    const stolen = await colleague.post('/api/directives/text', body, requestId)
    expect(stolen.status).toBe(409)
    await world().settle()
    expect((await see(clerk, body.id)).tasks.length).toBeGreaterThan(3)
  })

  test.each([
    ['nothing at all', '', 'document.empty'],
    ['noise', Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)), undefined],
  ])('that is %s, and is kept with a sentence that says so', async (_, bytes, code) => {
    const id = randomUUID()
    await clerk.upload('/api/directives', { id }, { name: 'anh-chup.pdf', type: 'application/pdf', bytes })
    await world().settle()
    const kept = await see(clerk, id)
    expect(kept.state).toBe('unreadable')
    if (code) expect(kept.reading.error?.code).toBe(code)
    expect(kept.reading.error?.message.length).toBeGreaterThan(20)
    const original = await clerk.get(`/api/directives/${id}/file`)
    expect(original.status).toBe(200)
    expect(original.raw.length).toBe(bytes.length)
    const put = await clerk.post(`/api/directives/${id}/discard`, {
      version: kept.version,
      reason: 'gửi nhầm',
    })
    expect(put.status).toBe(200)
  })

  test.each([
    ['without an id', {}, 400],
    ['with an id that is none', { id: '123' }, 400],
  ])('%s, and is refused', async (_, fields, status) => {
    const answer = await clerk.upload('/api/directives', fields as Record<string, string>, {
      name: 'a.txt',
      bytes: text,
    })
    expect(answer.status).toBe(status)
    expect(answer.body.message).toMatch(/UUID/)
  })

  test('and its reading is stopped, and taken up again', async () => {
    const id = randomUUID()
    await clerk.upload('/api/directives', { id }, { name: 'a.txt', bytes: text })
    const waiting = await see(clerk, id)
    expect(waiting.state).toBe('reading')
    const stopped = await clerk.post(`/api/directives/${id}/cancel`, { version: waiting.version })
    expect(stopped.status).toBe(200)
    await world().settle()
    const still = await see(clerk, id)
    expect([still.state, still.reading.error?.code]).toEqual(['unreadable', 'document.cancelled'])
    edited(await clerk.post(`/api/directives/${id}/retry`, { version: still.version }))
    await world().settle()
    expect((await see(clerk, id)).tasks.length).toBeGreaterThan(3)
    const late = await clerk.post(`/api/directives/${id}/cancel`, { version: still.version + 1 })
    expect(late.status).toBe(409)
  })

  test('from an office that drafts nothing, and is refused', async () => {
    const enterprise = await world().join('ubnd@25966', 'enterprise')
    expect(
      (await enterprise.post('/api/directives/text', { id: randomUUID(), name: 'a', text })).status,
    ).toBe(403)
  })
})

describe('the review', () => {
  test('corrects a lead; the words of the reader no longer stand behind it', async () => {
    const draft = await readDraft()
    const task = taskAbout(draft, 'kít xét nghiệm')
    const lead = [{ name: 'Công an tỉnh', bodyIds: [await world().body('cong-an@74')], how: 'chosen' }]
    const answer = edited(
      await clerk.post(`/api/directives/${draft.id}/tasks/${task.id}`, {
        version: task.version,
        changes: { lead },
      }),
    )
    expect(answer.tasks[0]).toMatchObject({ version: task.version + 1, leadInherited: false })
    expect(answer.tasks[0]!.evidence['lead/0']).toBeUndefined()
    const after = await see(colleague, draft.id)
    expect(taskAbout(after, 'kít xét nghiệm').content.lead).toEqual(lead)
    expect(after.revision).toBe(draft.revision + 1)
  })

  test('two clerks on one task: the second sees what the first did, and nothing is lost', async () => {
    const draft = await readDraft()
    const task = taskAbout(draft, 'kít xét nghiệm')
    const url = `/api/directives/${draft.id}/tasks/${task.id}`
    edited(await clerk.post(url, { version: task.version, changes: { section: '1', reviewed: true } }))
    const late = await colleague.post(url, { version: task.version, changes: { section: '9' } })
    expect(late.status).toBe(409)
    expect(late.body).toMatchObject({
      code: 'subject.stale',
      details: { expected: task.version, actual: task.version + 1 },
    })
    expect(late.body.details.current.content.section).toBe('1')
    expect(taskAbout(await see(clerk, draft.id), 'kít xét nghiệm').content.section).toBe('1')
  })

  test('two clerks on two tasks do not stand in each other’s way', async () => {
    const draft = await readDraft()
    const [a, b] = [taskAbout(draft, 'kít xét nghiệm'), taskAbout(draft, 'tổ chăm sóc')]
    const [one, two] = await Promise.all([
      clerk.post(`/api/directives/${draft.id}/tasks/${a.id}`, {
        version: a.version,
        changes: { reviewed: true },
      }),
      colleague.post(`/api/directives/${draft.id}/tasks/${b.id}`, {
        version: b.version,
        changes: { reviewed: true },
      }),
    ])
    expect([one.status, two.status]).toEqual([200, 200])
    expect((await see(clerk, draft.id)).revision).toBe(draft.revision + 2)
  })

  test('splits a task, joins it again, and each can be taken back', async () => {
    const draft = await readDraft()
    const task = taskAbout(draft, 'lấy mẫu')
    const at = draft.text.indexOf('Hằng ngày tổng hợp')
    const whole = task.quote.includes('Hằng ngày')
    const target = whole ? task : taskAbout(draft, 'Hằng ngày')
    if (whole) {
      const newIds = [randomUUID(), randomUUID()]
      const split = edited(
        await clerk.post(`/api/directives/${draft.id}/tasks/${task.id}/split`, {
          version: task.version,
          at,
          newIds,
        }),
      )
      const [first, second] = newIds.map((id) => split.tasks.find((t) => t.id === id)!)
      expect(first!.quote + ' ' + second!.quote).toContain('Hằng ngày')
      expect(second!.content.lead.flatMap((p) => p.bodyIds)).toEqual([await world().body('so-y-te@74')])
      const undone = edited(await clerk.post(`/api/directives/${draft.id}/undo`, { editId: split.editId }))
      expect(undone.tasks.find((t) => t.id === task.id)?.state).toBe('proposed')
    }
    const before = await see(clerk, draft.id)
    const [x, y] = [taskAbout(before, 'kít xét nghiệm'), taskAbout(before, 'lấy mẫu')]
    const newId = randomUUID()
    const join = edited(
      await clerk.post(`/api/directives/${draft.id}/tasks/join`, {
        newId,
        tasks: [
          { id: x.id, version: x.version },
          { id: y.id, version: y.version },
        ],
      }),
    )
    const joined = join.tasks.find((t) => t.id === newId)!
    expect(joined.quote).toContain('lấy mẫu')
    expect(joined.quote).toContain('kít xét nghiệm')
    expect(target.state).toBe('proposed')
    edited(await clerk.post(`/api/directives/${draft.id}/undo`, { editId: join.editId }))
    const after = await see(clerk, draft.id)
    expect(after.tasks.map((t) => t.quote)).toEqual(before.tasks.map((t) => t.quote))
    const twice = await clerk.post(`/api/directives/${draft.id}/undo`, { editId: join.editId })
    expect(twice.status).toBe(409)
  })

  test('drops a task, fetches it back, and adds one from words in the text', async () => {
    const draft = await readDraft()
    const task = taskAbout(draft, 'kít xét nghiệm')
    const dropped = edited(
      await clerk.post(`/api/directives/${draft.id}/tasks/${task.id}/drop`, {
        version: task.version,
        reason: 'trùng',
      }),
    )
    expect(dropped.tasks[0]!.state).toBe('dropped')
    const back = edited(
      await clerk.post(`/api/directives/${draft.id}/tasks/${task.id}/restore`, { version: task.version + 1 }),
    )
    expect(back.tasks[0]!.state).toBe('proposed')
    const start = draft.text.indexOf('bố trí kinh phí')
    const id = randomUUID()
    const added = edited(
      await clerk.post(`/api/directives/${draft.id}/tasks`, { id, span: { start, end: start + 40 } }),
    )
    expect(added.tasks[0]).toMatchObject({
      id,
      origin: 'added',
      reviewed: true,
      quote: draft.text.slice(start, start + 40).trim(),
    })
    expect(added.tasks[0]!.content.lead.length).toBeGreaterThan(0)
    const nowhere = await clerk.post(`/api/directives/${draft.id}/tasks`, {
      id: randomUUID(),
      span: { start: 9_000_000, end: 9_000_010 },
    })
    expect(nowhere.status).toBe(400)
  })

  test('takes back one edit after another, newest first', async () => {
    const draft = await readDraft()
    const task = taskAbout(draft, 'kít xét nghiệm')
    const url = `/api/directives/${draft.id}/tasks/${task.id}`
    const first = edited(await clerk.post(url, { version: task.version, changes: { section: '7' } }))
    const second = edited(await clerk.post(url, { version: task.version + 1, changes: { section: '8' } }))
    const early = await clerk.post(`/api/directives/${draft.id}/undo`, { editId: first.editId })
    expect(early.status).toBe(409)
    for (const { editId } of [second, first])
      edited(await clerk.post(`/api/directives/${draft.id}/undo`, { editId }))
    expect(taskAbout(await see(clerk, draft.id), 'kít xét nghiệm').content).toEqual(task.content)
  })

  test('keeps the history with names, for those who draft', async () => {
    const draft = await readDraft()
    const task = taskAbout(draft, 'kít xét nghiệm')
    edited(
      await clerk.post(`/api/directives/${draft.id}/tasks/${task.id}`, {
        version: task.version,
        changes: { reviewed: true },
      }),
    )
    const history = await colleague.get(`/api/directives/${draft.id}/edits`)
    expect(history.body.edits).toMatchObject([
      { by: 'Thu Hà', kind: 'task-edited', note: 'reviewed', undone: false },
    ])
  })

  test('refuses what is no deadline, and fields it does not know', async () => {
    const draft = await readDraft()
    const task = taskAbout(draft, 'kít xét nghiệm')
    const url = `/api/directives/${draft.id}/tasks/${task.id}`
    for (const changes of [
      { deadline: { text: '', kind: 'between', date: '2021-09-01', start: '2021-09-20' } },
      { deadline: { text: '', kind: 'by', date: '30/9/2021', start: null } },
      { owner: 'me' },
    ]) {
      const answer = await clerk.post(url, { version: task.version, changes })
      expect(answer.status, JSON.stringify(changes)).toBe(400)
    }
    expect(taskAbout(await see(clerk, draft.id), 'kít xét nghiệm').version).toBe(task.version)
  })
})

describe('a draft is its own body’s', () => {
  test.each([
    ['the health department', () => health],
    ['the Command, which oversees what was issued', () => duty],
    ['a district', () => thuanAn],
    ['another province', () => farAway],
  ])('%s cannot even see it', async (_, who) => {
    const draft = await readDraft()
    const task = draft.tasks[0]!
    for (const url of ['', '/pulse', '/file', '/register?format=xlsx', '/edits', '/issue-check']) {
      expect((await who().get(`/api/directives/${draft.id}${url}`)).status, url).toBe(404)
    }
    const writes: [string, object][] = [
      ['/document', { version: draft.version, changes: { number: '1/A' } }],
      [`/tasks/${task.id}`, { version: task.version, changes: { reviewed: true } }],
      [`/tasks/${task.id}/drop`, { version: task.version }],
      ['/issue', { version: draft.version }],
      ['/discard', { version: draft.version }],
    ]
    for (const [url, body] of writes) {
      expect((await who().post(`/api/directives/${draft.id}${url}`, body)).status, url).toBe(404)
    }
    expect(
      (await who().get('/api/directives?limit=200')).body.rows.map((r: { id: string }) => r.id),
    ).not.toContain(draft.id)
    const after = await see(clerk, draft.id)
    expect(after.revision).toBe(draft.revision)
    expect(after.document.number).toBe(draft.document.number)
  })
})

describe('issuing', () => {
  test('tells beforehand what stands in the way', async () => {
    const draft = await readDraft()
    const task = taskAbout(draft, 'kít xét nghiệm')
    edited(
      await clerk.post(`/api/directives/${draft.id}/tasks/${task.id}`, {
        version: task.version,
        changes: { lead: [{ name: 'Sở Không Có', bodyIds: [], how: 'none' }] },
      }),
    )
    const check = await clerk.get(`/api/directives/${draft.id}/issue-check`)
    expect(check.body).toMatchObject({ ready: false, blocking: [{ code: 'lead-unknown', taskId: task.id }] })
    const answer = await clerk.post(`/api/directives/${draft.id}/issue`, { version: draft.version })
    expect(answer.status).toBe(422)
    expect(answer.body.message).toContain('Sở Không Có')
  })

  test('brings each body its tasks with the exact sentence, and nobody else anything', async () => {
    const draft = await readDraft()
    edited(await clerk.post(`/api/directives/${draft.id}/issue`, { version: draft.version }))
    const inboxOf = async (who: Person) =>
      (await who.get('/api/inbox?limit=200')).body.rows.filter(
        (r: { directiveId: string }) => r.directiveId === draft.id,
      )
    const mine = await inboxOf(health)
    expect(mine.map((r: { part: string }) => r.part)).toContain('lead')
    const sampling = mine.find((r: { quote: string }) => r.quote.includes('lấy mẫu'))
    expect(draft.text.replace(/\s+/g, ' ')).toContain(sampling.quote)
    expect(sampling.deadline.date).toBe('2021-09-20')
    expect((await inboxOf(police)).map((r: { part: string }) => r.part)).toEqual(['coordinate'])
    expect((await inboxOf(thuanAn)).map((r: { quote: string }) => r.quote)[0]).toContain('tổ chăm sóc')
    expect(await inboxOf(farAway)).toEqual([])
    // Nơi nhận and tasks may read it; the Command oversees it; another province does not know of it.
    for (const who of [health, police, thuanAn, duty])
      expect((await who.get(`/api/directives/${draft.id}`)).status).toBe(200)
    for (const url of ['', '/file', '/register?format=docx']) {
      expect((await farAway.get(`/api/directives/${draft.id}${url}`)).status).toBe(404)
    }
    const task = await health.get(`/api/tasks/${sampling.taskId}`)
    expect(task.body.before + task.body.task.quote).toContain('1. Về xét nghiệm')
    expect((await farAway.get(`/api/tasks/${sampling.taskId}`)).status).toBe(404)
    expect((await thuanAn.get(`/api/directives/${draft.id}/file`)).raw.toString()).toBe(text)
  })

  test('happens once, however many press the button', async () => {
    const draft = await readDraft()
    const presses = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        (i % 2 ? clerk : colleague).post(`/api/directives/${draft.id}/issue`, { version: draft.version }),
      ),
    )
    expect(presses.filter((p) => p.status === 200)).toHaveLength(1)
    expect(presses.filter((p) => p.status === 409)).toHaveLength(7)
  })

  test('ends the review: nothing can be changed, and those who see it may not try', async () => {
    const draft = await readDraft()
    edited(await clerk.post(`/api/directives/${draft.id}/issue`, { version: draft.version }))
    const issued = await see(clerk, draft.id)
    const task = issued.tasks[0]!
    const change = { version: task.version, changes: { reviewed: true } }
    expect((await clerk.post(`/api/directives/${draft.id}/tasks/${task.id}`, change)).status).toBe(409)
    expect(
      (await clerk.post(`/api/directives/${draft.id}/discard`, { version: issued.version })).status,
    ).toBe(409)
    expect((await health.post(`/api/directives/${draft.id}/tasks/${task.id}`, change)).status).toBe(403)
    expect((await health.get(`/api/directives/${draft.id}/edits`)).status).toBe(403)
    expect(await see(clerk, draft.id)).toEqual(issued)
  })

  test.each(['docx', 'pdf', 'xlsx'])('prints the register as %s', async (format) => {
    const draft = await readDraft()
    const file = await clerk.get(`/api/directives/${draft.id}/register?format=${format}`)
    expect(file.status).toBe(200)
    expect(file.raw.subarray(0, 2).toString('latin1')).toBe(format === 'pdf' ? '%P' : 'PK')
    expect(String(file.headers['content-disposition'])).toContain(`.${format}`)
    expect(file.raw.length).toBeGreaterThan(2000)
  })
})

test('what is dangerous in a browser leaves as plain bytes', async () => {
  const id = randomUUID()
  const page = '<html><script>alert(1)</script></html>'
  await clerk.upload(
    '/api/directives',
    { id },
    { name: '..\\..\\trang<web>.html', type: 'text/html', bytes: page },
  )
  const file = await clerk.get(`/api/directives/${id}/file`)
  expect(file.headers['content-type']).toBe('application/octet-stream')
  expect(String(file.headers['content-disposition'])).toMatch(
    /^attachment; filename\*=UTF-8''trang%3Cweb%3E\.html$/,
  )
})

test('search finds a document without accents, and never another body’s draft', async () => {
  const draft = await readDraft()
  const find = async (who: Person, words: string) =>
    (await who.get(`/api/directives?search=${encodeURIComponent(words)}&limit=200`)).body.rows.map(
      (r: { id: string }) => r.id,
    )
  expect(await find(clerk, 'cham soc nguoi benh')).toContain(draft.id)
  expect(await find(clerk, '207-tb')).toContain(draft.id)
  expect(await find(clerk, '%_%')).not.toContain(draft.id)
  expect(await find(health, 'cham soc nguoi benh')).not.toContain(draft.id)
})
