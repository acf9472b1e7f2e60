import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { photographedPage } from '#tests/fixtures/documents/make.ts'
import { accessViolations, launchBrowser } from '#tests/setup/browser.ts'
import { call } from './http.ts'
import { accountButton, address, eventually, freshNumber, signedIn } from './visitor.ts'

/** The clerk of a commune reports with a photograph where there is no network, and what becomes of it on the way. */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const pin = '271945'
const waiting = (page: Page) => page.getByRole('link', { name: /chờ gửi|cần xem|Mất mạng/ })
const photograph = () => photographedPage(['TRẠM Y TẾ LƯU ĐỘNG']).toBuffer('image/jpeg', 70)

async function firstOpenTask(page: Page): Promise<string> {
  const { rows } = (await call(page, 'GET', '/api/inbox?part=lead&limit=50')).body
  const open = rows.find(({ state }: { state: string }) => ['open', 'returned'].includes(state)) ?? rows[0]
  expect(open, 'the demo gives this commune something to do').toBeDefined()
  return open.taskId
}

async function unlock(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Nhập mã PIN của máy này' }).waitFor()
  await page.getByLabel('Mã PIN', { exact: true }).fill(pin)
  await page.getByRole('button', { name: 'Mở', exact: true }).click()
  await accountButton(page).waitFor()
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('dialog').getByRole('button', { name: 'Chọn tệp' }).click()
  await (await asked).setFiles({ name, mimeType: 'application/octet-stream', buffer })
}

/** Writes a report with these files and presses; the dialog is gone when it lies on the device. */
async function report(page: Page, text: string, files: Record<string, Buffer>): Promise<void> {
  await page.getByRole('button', { name: 'Báo cáo tiến độ' }).click()
  const dialog = page.getByRole('dialog', { name: 'Báo cáo việc này' })
  await dialog.getByRole('textbox', { name: 'Đã làm được gì' }).fill(text)
  for (const [name, bytes] of Object.entries(files)) {
    await choose(page, name, bytes)
    await dialog.getByRole('button', { name: `Bỏ tệp ${name}` }).waitFor()
  }
  const send = dialog.getByRole('button', { name: 'Gửi báo cáo' })
  await eventually(() => send.isEnabled()).toBe(true)
  await send.click()
  await dialog.waitFor({ state: 'detached' })
}

async function reportsOf(page: Page, task: string, text: string) {
  const { reports } = (await call(page, 'GET', `/api/tasks/${task}/follow`)).body
  return reports.filter((one: { text: string }) => one.text === text)
}

/** What goes to the server, in order; the first answer for a file is lost on its way back. */
async function loseFirstFileAnswer(context: BrowserContext): Promise<string[]> {
  const sent: string[] = []
  await context.route(/\/api\/tasks\/[^/]+\/(evidence|reports)$/, async (route) => {
    const path = new URL(route.request().url()).pathname
    sent.push(path.endsWith('evidence') ? 'file' : 'report')
    if (sent.length > 1) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  return sent
}

test('a photograph waits with its report, goes before it, and each is there once', async () => {
  const page = await signedIn(browser, 'canbo.laithieu', '/', { size: 'phone', installs: true })
  const context = page.context()
  await page.goto(address('/account'))
  await page.getByLabel('Mã PIN mới (6–12 chữ số)').fill(pin)
  await page.getByLabel('Nhập lại mã PIN').fill(pin)
  await page.getByRole('button', { name: 'Đặt mã PIN' }).click()
  await page.getByText('Đã đặt mã PIN cho máy này.').waitFor()
  const task = await firstOpenTask(page)
  await page.goto(address(`/nhiem-vu/${task}`))
  await page.getByRole('button', { name: 'Báo cáo tiến độ' }).click()
  await page
    .getByRole('dialog')
    .getByText(/đến 25 MB mỗi tệp, 20 tệp mỗi báo cáo/)
    .waitFor()
  expect(await accessViolations(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click()
  await eventually(() =>
    page.evaluate(
      `navigator.serviceWorker.getRegistration().then((r) => Boolean(r?.active && navigator.serviceWorker.controller))`,
    ),
  ).toBe(true)

  await context.setOffline(true)
  const text = `Đã lập trạm số ${freshNumber()}`
  await page.getByRole('button', { name: 'Báo cáo tiến độ' }).click()
  await choose(page, 'chay-di.exe', Buffer.from('MZ'))
  await page
    .getByRole('alert')
    .getByText(/chay-di\.exe/)
    .waitFor()
  await choose(
    page,
    'so-do.png',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  )
  await page.getByText(/không nhận: trang web hoặc hình SVG, có thể chứa mã chạy được/).waitFor()
  await choose(page, 'bao-cao.pdf', Buffer.from('MZ\u0090\0 chương trình'))
  await page.getByText(/không nhận: chương trình Windows/).waitFor()
  await page.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click()
  await report(page, text, { 'tram-y-te.jpg': photograph() })

  // Both stand as pending at once, also after the app was closed; nothing of it lies in the clear.
  await page.getByRole('listitem').filter({ hasText: text }).getByText('tram-y-te.jpg').waitFor()
  await eventually(() => waiting(page).getAttribute('aria-label')).toContain('2 việc chờ gửi')
  const kept = await page.evaluate<string>(`new Promise((resolve) => {
    const open = indexedDB.open('phaodai-outbox')
    open.onsuccess = () => {
      const all = open.result.transaction('files').objectStore('files').getAll()
      all.onsuccess = () => resolve(all.result.map((row) => Object.keys(row.bytes).sort().join()).join(';'))
    }
  })`)
  expect(kept).toBe('iv,sealed')
  await page.close()
  const again = await context.newPage()
  await again.goto(address('/hang-cho'))
  await unlock(again)
  await again.getByRole('heading', { name: 'Tệp kèm báo cáo: tram-y-te.jpg' }).waitFor()
  await again.getByText(text).waitFor()
  expect(await accessViolations(again)).toEqual([])

  const sent = await loseFirstFileAnswer(context)
  await context.setOffline(false)
  await again.getByText('Không có việc nào chờ gửi').waitFor()
  expect(sent).toEqual(['file', 'file', 'report'])
  const [arrived, ...others] = await reportsOf(again, task, text)
  expect(others).toEqual([])
  expect(arrived.evidence).toMatchObject([{ name: 'tram-y-te.jpg', mediaType: 'image/jpeg' }])
  await context.close()
})

test('a file the server refuses stands as a card; without it the report still goes', async () => {
  const page = await signedIn(browser, 'canbo.laithieu', '/hop-thu', { size: 'phone' })
  const context = page.context()
  const task = await firstOpenTask(page)
  await page.goto(address(`/nhiem-vu/${task}`))
  // On its way the photograph becomes something that runs: the server looks again.
  await context.route(/\/evidence$/, (route) => {
    const body = route.request().postDataBuffer()!
    body.write('MZ', body.indexOf(Buffer.from([0xff, 0xd8, 0xff])), 'latin1')
    return route.continue({ postData: body })
  })
  const text = `Báo cáo không ảnh ${freshNumber()}`
  await report(page, text, { 'anh.jpg': photograph() })
  await eventually(() => waiting(page).getAttribute('aria-label')).toContain('1 việc cần xem')
  expect(await reportsOf(page, task, text), 'nothing overtakes its file').toEqual([])
  await waiting(page).click()
  const card = page.getByRole('region', { name: 'Tệp kèm báo cáo: anh.jpg' })
  await card.getByText(/Không nhận tệp “anh.jpg”: chương trình Windows/).waitFor()
  await page.getByText('Chờ việc trước của cùng hồ sơ được giải quyết').waitFor()
  expect(await accessViolations(page)).toEqual([])
  await card.getByRole('button', { name: 'Bỏ tệp này' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ tệp này' }).click()
  await page.getByText('Không có việc nào chờ gửi').waitFor()
  const [arrived] = await reportsOf(page, task, text)
  expect(arrived).toMatchObject({ text, evidence: [] })
  await context.close()
})
