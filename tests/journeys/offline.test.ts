import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { launchBrowser } from '#tests/setup/browser.ts'
import { address, accountButton, eventually, freshNumber, signedIn } from './visitor.ts'

/** The commune's clerk on her phone, where there is no network: what she reads, what she writes, what becomes of it. */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const pin = '271945'
const records = '/api/health-network/records'
const waiting = (page: Page) => page.getByRole('link', { name: /chờ gửi|cần xem|Mất mạng/ })

/** The app lies on the device: shell, pages, and the worker that gives them out. */
async function installed(page: Page): Promise<void> {
  await eventually(() =>
    page.evaluate(
      `navigator.serviceWorker.getRegistration().then((r) => Boolean(r?.active && navigator.serviceWorker.controller))`,
    ),
  ).toBe(true)
}

async function setPin(page: Page): Promise<void> {
  await page.goto(address('/account'))
  await page.getByLabel('Mã PIN mới (6–12 chữ số)').fill(pin)
  await page.getByLabel('Nhập lại mã PIN').fill(pin)
  await page.getByRole('button', { name: 'Đặt mã PIN' }).click()
  await page.getByText('Đã đặt mã PIN cho máy này.').waitFor()
}

async function unlock(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Nhập mã PIN của máy này' }).waitFor()
  await page.getByLabel('Mã PIN', { exact: true }).fill(pin)
  await page.getByRole('button', { name: 'Mở', exact: true }).click()
  await accountButton(page).waitFor()
}

async function writeStation(page: Page, name: string): Promise<void> {
  await page.getByLabel('Tên trạm').fill(name)
  await page.getByLabel('Số bác sĩ').fill('1')
  await page.getByLabel('Số nhân viên, tình nguyện viên').fill('4')
  await page.getByLabel('Điện thoại trực').fill('0274 3822 115')
  await page.getByLabel('Số bình ô xy').fill('6')
}

/** What the server has, asked by the signed-in page itself. */
interface Row {
  id: string
  version: number
  content: { name: string; readiness?: string }
}
async function onServer(page: Page, kind: string, name: string): Promise<Row[]> {
  const { rows } = await page.evaluate<{ rows: Row[] }>(
    `fetch('${records}?kind=${kind}&limit=200').then((r) => r.json())`,
  )
  return rows.filter((row) => row.content.name === name)
}

async function post(page: Page, path: string, body: object): Promise<number> {
  return page.evaluate<number>(`fetch(${JSON.stringify(path)}, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': crypto.randomUUID() },
    body: ${JSON.stringify(JSON.stringify(body))},
  }).then((r) => r.status)`)
}

/** The first answer is lost on the way: the server has done it and the phone does not know. */
async function loseFirstAnswer(context: BrowserContext, path: string): Promise<() => number> {
  let reached = 0
  await context.route(`**${path}`, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    reached++
    if (reached > 1) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  return () => reached
}

test('a day in the field: read, write twice, close the app, come back to the network – each is there once', async () => {
  const page = await signedIn(browser, 'canbo.laithieu', '/', { size: 'phone', installs: true })
  const context = page.context()
  await setPin(page)
  await page.goto(address('/y-te-co-so/moi?kind=mobile-station'))
  await page.getByLabel('Tên trạm').waitFor()
  await page.goto(address('/y-te-co-so?kind=mobile-station'))
  await page.getByRole('heading', { level: 1 }).waitFor()
  await installed(page)

  await context.setOffline(true)
  await page.reload()
  await unlock(page)
  await page.getByText('Mất mạng. Nội dung đang xem').waitFor()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getByText('Chưa tải được').count(), 'what was read before is read again').toBe(0)

  const number = freshNumber()
  const [first, second] = [`Trạm lưu động ${number} A`, `Trạm lưu động ${number} B`]
  await page.goto(address('/y-te-co-so/moi?kind=mobile-station'))
  await unlock(page)
  await writeStation(page, first)
  await page.getByRole('button', { name: 'Ghi, rồi ghi tiếp' }).click()
  await eventually(() => waiting(page).getAttribute('aria-label')).toContain('1 việc chờ gửi')
  await eventually(() => page.getByLabel('Tên trạm').inputValue()).toBe('')
  await writeStation(page, second)
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await eventually(() => waiting(page).getAttribute('aria-label')).toContain('2 việc chờ gửi')
  expect(await waiting(page).getAttribute('aria-label')).toContain('Mất mạng')

  await page.close()
  const again = await context.newPage()
  await again.goto(address('/hang-cho'))
  await unlock(again)
  await again.getByRole('heading', { name: new RegExp(second) }).waitFor()
  expect(await again.getByRole('heading', { name: new RegExp(`${number}`) }).count()).toBe(2)

  const reached = await loseFirstAnswer(context, records)
  await context.setOffline(false)
  await again.getByText('Không có việc nào chờ gửi').waitFor()
  expect(reached(), 'the one whose answer was lost went twice').toBe(3)
  for (const name of [first, second]) expect(await onServer(again, 'mobile-station', name)).toHaveLength(1)
  await context.close()
})

test('somebody else was first: a card with both versions, and the choice to send on the new one', async () => {
  const page = await signedIn(browser, 'canbo.laithieu', '/', { size: 'phone', installs: true })
  await installed(page)
  const context = page.context()
  const name = `Tổ phản ứng nhanh ${freshNumber()}`
  const { unitId } = await page.evaluate<{ unitId: string }>(
    `fetch('/api/me').then((r) => r.json()).then((me) => me.offices[0])`,
  )
  const id = crypto.randomUUID()
  const team = { id, kind: 'rapid-team', unitId, fromDay: '2021-10-01' }
  const content = { name, members: 5, leader: 'Trần Văn Tổ', phone: '02743822115', readiness: 'ready' }
  expect(await post(page, records, { ...team, content })).toBe(200)
  await page.goto(address(`/y-te-co-so/${id}`))
  await page.getByRole('heading', { level: 1, name: new RegExp(name) }).waitFor()

  await context.setOffline(true)
  await page.getByText('Đang làm nhiệm vụ', { exact: true }).click()
  await eventually(() => waiting(page).getAttribute('aria-label')).toContain('1 việc chờ gửi')

  const office = await signedIn(browser, 'canbo.laithieu')
  expect(
    await post(office, `${records}/${id}/change`, { version: 1, content: { readiness: 'resting' } }),
  ).toBe(200)

  await context.setOffline(false)
  await eventually(() => waiting(page).getAttribute('aria-label')).toContain('1 việc cần xem')
  await waiting(page).click()
  const card = page.getByRole('region', { name: new RegExp(name) })
  await card.getByText('Có bản mới hơn').waitFor()
  expect(await card.textContent()).toContain('resting')
  await card.getByRole('button', { name: 'Gửi lại trên bản mới' }).click()
  await page.getByText('Không có việc nào chờ gửi').waitFor()
  expect(await onServer(page, 'rapid-team', name)).toMatchObject([
    { version: 3, content: { readiness: 'deployed' } },
  ])
  await Promise.all([context.close(), office.context().close()])
})

test('signing out with something unsent asks first, keeps it sealed, and gives it to nobody else', async () => {
  const page = await signedIn(browser, 'canbo.laithieu', '/', { size: 'phone' })
  const context = page.context()
  // The key that seals what stays behind has come.
  const key = page.waitForResponse((response) => response.url().endsWith('/api/offline/key'))
  await page.goto(address('/y-te-co-so/moi?kind=mobile-station'))
  await key
  await page.getByLabel('Tên trạm').waitFor()
  const name = `Trạm lưu động ${freshNumber()}`
  await context.route(`**${records}`, (route) =>
    route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue(),
  )
  await writeStation(page, name)
  await page.getByRole('button', { name: 'Ghi', exact: true }).click()
  await eventually(() => waiting(page).getAttribute('aria-label')).toContain('1 việc chờ gửi')

  await accountButton(page).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
  await page.getByRole('heading', { name: 'Còn việc chưa gửi' }).waitFor()
  await page.getByRole('button', { name: 'Đăng xuất, giữ việc lại' }).click()
  await page.getByLabel('Tên đăng nhập').waitFor()
  const stored = await page.evaluate<string>(`new Promise((resolve) => {
    const open = indexedDB.open('phaodai-outbox')
    open.onsuccess = () => {
      const all = open.result.transaction('entries').objectStore('entries').getAll()
      all.onsuccess = () => resolve(all.result.map((row) => Object.keys(row.content).join()).join(';'))
    }
  })`)
  expect(stored.split(',').sort()).toEqual(['iv', 'sealed'])

  await page.getByRole('button', { name: /soyte/ }).click()
  await accountButton(page).waitFor()
  expect(await waiting(page).count()).toBe(0)
  await accountButton(page).click()
  await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()

  await context.unroute(`**${records}`)
  await page.getByRole('button', { name: /canbo\.laithieu/ }).click()
  await accountButton(page).waitFor()
  await eventually(async () => (await onServer(page, 'mobile-station', name)).length).toBe(1)
  await context.close()
})
