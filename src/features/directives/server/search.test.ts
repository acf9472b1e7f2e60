import { createHash, randomBytes, randomUUID } from 'node:crypto'

import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'

import { openWorld, type Person } from '#tests/world.ts'
import { extractText } from '#platform/documents/index.ts'
import { sql } from '#platform/server/db.ts'
import { issue, meetPeople, type People, report } from './follow-people.testing.ts'

const world = openWorld()
let people: People
beforeAll(async () => {
  people = await meetPeople(world())
})

const search = async (who: Person, q: string, more = '') =>
  (await who.get(`/api/directives/search?q=${encodeURIComponent(q)}${more}`)).body

describe('the text of all directives', () => {
  test('is found with and without accents, with the words marked and the task they stand in', async () => {
    const { office, health } = people
    const directive = await issue(world(), office)
    for (const words of [
      'trạm y tế lưu động',
      'tram y te luu dong',
      'TRẠM Y TẾ LƯU ĐỘ',
      '311-TB/TU',
      'kit xet nghiem',
    ]) {
      const page = await search(health, words)
      expect([words, page.rows.map((r: { directiveId: string }) => r.directiveId)]).toEqual([
        words,
        [directive.id],
      ])
      expect(page).toMatchObject({ total: 1, withoutAccents: false })
    }
    const [hit] = (await search(health, 'tram y te luu dong')).rows
    expect(
      hit.passages[0].parts.filter((p: { hit: boolean }) => p.hit).map((p: { text: string }) => p.text),
    ).toContain('Trạm Y tế lưu động')
    expect(hit.taskIds).toContain(directive.about('Trạm Y tế').id)
    expect(hit).toMatchObject({ number: '311-TB/TU', kind: 'thong-bao-ket-luan', state: 'issued' })
    expect((await search(health, 'tram', '&kind=chi-thi')).rows).toEqual([])
  })

  test('typed with other accents it is found without, and the answer says so; nonsense is not found', async () => {
    const { health } = people
    expect(await search(health, 'tràm y tê')).toMatchObject({ withoutAccents: true, total: 1 })
    expect(await search(health, 'xyzxyz')).toEqual({ rows: [], total: 0, withoutAccents: false })
    expect(await search(health, '!!! …')).toEqual({ rows: [], total: 0, withoutAccents: false })
    expect((await search(health, `' | !a:* \\`)).total).toBeGreaterThanOrEqual(0)
  })

  test('is found by those who may see the document and nobody else; a draft by its own body', async () => {
    const { office, health, laiThieu, farAway } = people
    const id = randomUUID()
    await office.post('/api/directives/text', {
      id,
      name: 'x',
      text: 'CHỈ THỊ\n\n1. Giao Sở Y tế chuẩn bị oxyzen lỏng.',
    })
    await world().settle()
    expect((await search(office, 'oxyzen')).rows).toHaveLength(1)
    expect((await search(health, 'oxyzen')).rows).toEqual([])
    expect((await search(laiThieu, 'tram y te luu dong')).rows).toEqual([])
    expect((await search(farAway, 'tram y te luu dong')).rows).toEqual([])
    const leader = await world().join('ubnd@74', 'leader', 'Chủ tịch')
    expect((await search(leader, 'tram y te luu dong')).rows).toHaveLength(1)
    expect((await search(leader, 'oxyzen')).rows).toEqual([])
    // Given a task of it, a ward may read the document, and finds it.
    const directive = await issue(world(), office)
    const task = directive.about('Trạm Y tế').id
    await health.post(`/api/tasks/${task}/assignments`, {
      id: randomUUID(),
      quote: 'Lập trạm y tế lưu động trên địa bàn',
      dueOn: '2021-09-25',
      receivers: { bodyIds: [laiThieu.bodyId] },
    })
    expect(
      (await search(laiThieu, 'tram y te luu dong')).rows.map((r: { directiveId: string }) => r.directiveId),
    ).toEqual([directive.id])
    // Set aside, it is found no more.
    const { version } = (await office.get(`/api/directives/${id}`)).body
    await office.post(`/api/directives/${id}/discard`, { version })
    expect((await search(office, 'oxyzen')).rows).toEqual([])
  })

  test('its table of words is granted to nobody', async () => {
    await expect(world().db.run(sql`select * from directive_words`)).rejects.toThrow(/permission denied/)
  })
})

describe('papers', () => {
  test.each(['docx', 'pdf'] as const)(
    'the letter of reminder and the follow-up report, as %s',
    async (format) => {
      const { office, finance, health } = people
      const directive = await issue(world(), office)
      const letter = await office.get(
        `/api/reminders/letter?bodyId=${finance.bodyId}&signs=deputy&format=${format}`,
      )
      expect(letter.status, JSON.stringify(letter.body).slice(0, 300)).toBe(200)
      const words = (await extractText(letter.raw, { fileName: `x.${format}` })).text.replace(/\s+/g, ' ')
      expect(words).toContain('Kính gửi: Sở Tài chính')
      expect(words).toContain('K/T CHÁNH VĂN PHÒNG')
      expect(words).toContain('50.000 bộ kít')
      const done = await report(health, directive.about('Trạm Y tế').id, { doneOn: '2021-09-16' })
      await office.post(`/api/reports/${done.body.report.id}/accept`, { version: 1 })
      const paper = await office.get(`/api/follow-up-report?directive=${directive.id}&format=${format}`)
      const said = (await extractText(paper.raw, { fileName: `x.${format}` })).text.replace(/\s+/g, ' ')
      expect(said).toContain(
        'Tổng số 3 lượt nhiệm vụ: hoàn thành đúng hạn 1, hoàn thành quá hạn 0, đang thực hiện trong hạn 1, chưa hoàn thành quá hạn 1',
      )
      expect(
        (await office.get(`/api/follow-up-report?from=2021-09-13&to=2021-09-19&format=${format}`)).status,
      ).toBe(200)
    },
  )

  test('are refused where there is nothing to say, and to whom may not see it', async () => {
    const { office, police, farAway, laiThieu } = people
    const directive = await issue(world(), office)
    expect((await office.get(`/api/reminders/letter?bodyId=${laiThieu.bodyId}&format=pdf`)).body.code).toBe(
      'subject.incomplete',
    )
    expect((await office.get(`/api/reminders/letter?bodyId=${randomUUID()}&format=pdf`)).status).toBe(404)
    expect(
      (await police.get(`/api/reminders/letter?bodyId=${people.finance.bodyId}&format=pdf`)).body.code,
    ).toBe('subject.incomplete')
    expect((await farAway.get(`/api/follow-up-report?directive=${directive.id}&format=pdf`)).status).toBe(404)
  })
})

describe('a calendar of deadlines', () => {
  const fetch = async (token: string) => {
    const { statusCode, body, headers } = await world().app.inject({ url: `/api/calendar/${token}.ics` })
    return { statusCode, body, type: headers['content-type'] }
  }

  test('is read by whoever knows its address, holds what the office may see, and ends when it is revoked', async () => {
    const { office, health, finance } = people
    await issue(world(), office)
    const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')]
    const made = await health.post('/api/calendar-tokens', { id, label: 'Điện thoại', token })
    expect(made.body.tokens).toMatchObject([{ id, label: 'Điện thoại', lastUsedAt: null }])
    const calendar = await fetch(token)
    expect(calendar).toMatchObject({ statusCode: 200, type: 'text/calendar; charset=utf-8' })
    expect(calendar.body).toContain('BEGIN:VEVENT')
    expect(calendar.body.replace(/\r\n /g, '')).toContain('Trạm Y tế lưu động')
    expect(calendar.body).toContain('DTSTART;VALUE=DATE:20210930')
    expect(calendar.body).not.toContain('kít')
    expect((await health.get('/api/calendar-tokens')).body.tokens[0].lastUsedAt).not.toBe(null)
    // Nobody else's; and the secret itself is nowhere in the database.
    expect((await finance.post(`/api/calendar-tokens/${id}/revoke`)).status).toBe(404)
    const Row = z.object({ hash: z.string(), kept: z.int() })
    const row = await world().db.one(
      Row,
      sql`select token_hash as hash, (select count(*) from requests where answer::text like ${`%${token}%`}) as kept from calendar_tokens where id = ${id}`,
    )
    expect(row).toEqual({ hash: createHash('sha256').update(token).digest('base64url'), kept: 0 })
    expect((await health.post(`/api/calendar-tokens/${id}/revoke`)).body.tokens).toEqual([])
    expect((await fetch(token)).statusCode).toBe(404)
    expect((await fetch(randomBytes(32).toString('base64url'))).statusCode).toBe(404)
  })
})
