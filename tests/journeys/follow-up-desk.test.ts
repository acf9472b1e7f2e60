import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { accessViolations, launchBrowser } from '#tests/setup/browser.ts'
import { bodyCalled, bringInOverHttp, call, issueOverHttp } from './http.ts'
import { address, fileOf, freshNumber, ownDirective, signedIn } from './visitor.ts'

/** The desk of the office that follows up: one document in the place of another, lists, finding, calendars. */
let browser: Browser
let office: Page
beforeAll(async () => {
  browser = await launchBrowser()
  office = await signedIn(browser, 'vanphong.tinhuy', '/theo-doi')
})
afterAll(() => browser.close())

const run = freshNumber()
const [older, newer] = [`${run}-TB/TU`, `${run + 1}-TB/TU`]
const ids: Record<string, string> = {}

test('one document supersedes another, both say so, and a mistake is ended where it stands – and undone', async () => {
  const standIn = await bodyCalled(office, 'Văn phòng Tỉnh ủy')
  for (const number of [older, newer]) {
    const text = await ownDirective('binh-duong-ket-luan.txt', '187-TB/TU', number)
    ids[number] = await bringInOverHttp(office, `${number.replace('/', '-')}.txt`, Buffer.from(text))
    await issueOverHttp(office, ids[number], standIn)
  }
  await office.goto(address(`/theo-doi?directive=${ids[newer]}`))
  await office.getByRole('button', { name: 'Văn bản này thay thế văn bản khác' }).click()
  const dialog = office.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Văn bản bị thay thế' }).fill(older)
  await office.getByRole('option', { name: new RegExp(older) }).click()
  await dialog.getByLabel('Lý do').fill('Thay bằng kết luận mới hơn')
  await dialog.getByRole('button', { name: 'Thay thế', exact: true }).click()
  await office.getByText(/việc của văn bản cũ không còn hiệu lực/).waitFor()
  await office
    .getByText(/^Thay thế/)
    .filter({ hasText: older })
    .waitFor()
  expect(await accessViolations(office)).toEqual([])

  await office.goto(address(`/theo-doi?directive=${ids[older]}`))
  await office
    .getByText(/^Đã được thay thế bởi/)
    .filter({ hasText: newer })
    .waitFor()
  await office.getByRole('button', { name: 'Chấm dứt việc thay thế' }).click()
  await dialog.getByRole('button', { name: 'Chấm dứt', exact: true }).click()
  await dialog
    .getByText(/Ghi lý do|Cần|lý do/i)
    .first()
    .waitFor()
  await dialog.getByLabel('Lý do').fill('Nhầm số văn bản')
  await dialog.getByRole('button', { name: 'Chấm dứt', exact: true }).click()
  await office.getByText(/việc của văn bản cũ có hiệu lực trở lại/).waitFor()
  await office.getByText(/^Đã được thay thế bởi/).waitFor({ state: 'detached' })
  await office.getByRole('button', { name: 'Hoàn tác' }).click()
  await office.getByText(/^Đã được thay thế bởi/).waitFor()
  await office.getByRole('button', { name: 'Chấm dứt việc thay thế' }).click()
  await dialog.getByLabel('Lý do').fill('Nhầm số văn bản')
  await dialog.getByRole('button', { name: 'Chấm dứt', exact: true }).click()
  await office.getByText(/^Đã được thay thế bởi/).waitFor({ state: 'detached' })

  // Whoever only received it reads the same and has nothing to press.
  const health = await signedIn(browser, 'soyte', `/theo-doi?directive=${ids[older]}`)
  await health.getByRole('heading', { level: 1, name: new RegExp(older) }).waitFor()
  expect(await health.getByRole('button', { name: /thay thế/ }).count()).toBe(0)
  await health.context().close()
})

test('the list leaves as a workbook, under the filters of the page', async () => {
  await office.goto(address(`/theo-doi?directive=${ids[newer]}&q=tram y te`))
  await office.getByRole('row').filter({ hasText: 'trạm y tế lưu động' }).first().waitFor()
  await office.getByRole('button', { name: 'Xuất tệp' }).click()
  const started = office.waitForEvent('download')
  await office.getByRole('menuitem', { name: /XLSX/ }).click()
  const download = await started
  expect(download.suggestedFilename()).toMatch(/^theo-doi-nhiem-vu-.*\.xlsx$/)
  expect((await fileOf(download)).subarray(0, 2).toString('latin1')).toBe('PK')
})

test('Ctrl+K finds documents and tasks without accents, by the keyboard alone', async () => {
  await office.keyboard.press('Control+k')
  const field = office.getByRole('combobox', { name: 'Tìm và đi tới' })
  await field.fill(`thong bao ${newer}`)
  const found = office.getByRole('option', { name: new RegExp(`^Thông báo kết luận ${newer}`) })
  await found.waitFor()
  while ((await found.getAttribute('aria-selected')) !== 'true') await office.keyboard.press('ArrowDown')
  await office.keyboard.press('Enter')
  await office.waitForURL(`**/van-ban/${ids[newer]}`)
  await office.keyboard.press('Control+k')
  await field.fill('tram y te luu dong')
  await office
    .getByRole('option', { name: /Việc đã giao/ })
    .first()
    .waitFor()
  expect(await accessViolations(office)).toEqual([])
  await field.fill('khongcogiday')
  // What is found nowhere can still be looked for in the whole text.
  await office.getByRole('option', { name: /Tìm “khongcogiday” trong toàn văn/ }).waitFor()
  await office.keyboard.press('Escape')
})

test('a calendar address is shown once, is read without a session, and is gone when it is revoked', async () => {
  const health = await signedIn(browser, 'soyte', '/hop-thu', { size: 'phone' })
  await health.getByRole('link', { name: 'Lịch trên điện thoại' }).click()
  await health.getByText('Chưa có địa chỉ nào').waitFor()
  await health.getByLabel('Dùng cho máy nào').fill('Điện thoại của tôi')
  await health.getByRole('button', { name: 'Tạo địa chỉ' }).click()
  const calendar = await health.getByLabel('Địa chỉ lịch').inputValue()
  expect(await accessViolations(health)).toEqual([])
  const anybody = await browser.newContext()
  const read = async () => (await anybody.request.get(calendar)).status()
  expect(await read()).toBe(200)
  await health.reload()
  await health.getByText('Điện thoại của tôi').waitFor()
  expect(await health.getByLabel('Địa chỉ lịch').count()).toBe(0)
  expect(JSON.stringify((await call(health, 'GET', '/api/calendar-tokens')).body)).not.toContain(
    calendar.slice(-47, -4),
  )
  await health.getByRole('button', { name: 'Thu hồi' }).click()
  await health.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click()
  await health.getByText('Đã thu hồi địa chỉ').waitFor()
  expect(await read()).toBe(404)
  await Promise.all([health.context().close(), anybody.close()])
})
