import { randomUUID } from 'node:crypto'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { accessViolations, launchBrowser } from '#tests/setup/browser.ts'
import { address, eventually, signedIn } from './visitor.ts'

/** The Command's one screen, as a leader of the province has it on a desk, in the car and on the wall. */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const noneWrong = async (page: Page) => expect(await accessViolations(page)).toEqual([])
const targets = (page: Page) => page.getByRole('region', { name: 'Chỉ tiêu so với kế hoạch' })

/** “74/91”, as the line of the target says it. */
async function stations(page: Page): Promise<number> {
  const line = targets(page).getByRole('listitem').filter({ hasText: 'trạm y tế lưu động' }).first()
  return Number(/(\d+)\s*\/\s*91/.exec(await line.innerText())?.[1] ?? NaN)
}

/** The department of health records a station in a commune that has none, from its own browser. */
async function recordSomewhere(health: Page): Promise<string> {
  const values = await health.request.get(
    address('/api/indicators/communes-with-mobile-station/values?unit=vn-2021:74'),
  )
  const short = ((await values.json()) as { values: { unitId: string; numerator: number }[] }).values.find(
    (value) => value.numerator === 0,
  )
  expect(short, 'some commune has no station yet').toBeDefined()
  const recorded = await health.request.post(address('/api/health-network/records'), {
    headers: { 'x-request-id': randomUUID(), origin: address('').replace(/\/$/, '') },
    data: {
      id: randomUUID(),
      kind: 'mobile-station',
      unitId: short!.unitId,
      fromDay: '2021-10-16',
      content: { name: 'Trạm lưu động (thử)', doctors: 1, staff: 5, phone: '0900000099', oxygen: 2 },
    },
  })
  expect(recorded.status()).toBe(200)
  return short!.unitId
}

test('a station recorded in a commune moves the line of its target on the open screen', async () => {
  const leader = await signedIn(browser, 'lanhdao.tinh', '/chi-huy')
  const health = await signedIn(browser, 'soyte')
  await eventually(() => stations(leader)).toBeGreaterThan(0)
  const before = await stations(leader)
  await leader
    .getByRole('region', { name: 'Quá hạn' })
    .getByText(/^\d+ ngày$/)
    .first()
    .waitFor()
  await leader.getByText('Tự cập nhật').waitFor()
  await recordSomewhere(health)
  await eventually(() => stations(leader)).toBe(before + 1)
  await noneWrong(leader)

  // From the figure to its definition, its date and the places that fall short.
  await targets(leader)
    .getByRole('link', { name: new RegExp(`${before + 1}/91`) })
    .first()
    .click()
  await leader
    .getByRole('heading', { level: 1, name: 'Xã, phường, thị trấn có trạm y tế lưu động' })
    .waitFor()
  await leader.goBack()

  await leader.getByRole('link', { name: /^\d+ Quá hạn$/ }).click()
  await leader.getByRole('heading', { level: 1, name: 'Theo dõi nhiệm vụ' }).waitFor()
})

test('on a wall nothing scrolls, and Escape leaves it', async () => {
  const wall = await signedIn(browser, 'tructruong.chihuy', '/chi-huy?tuong=1', { size: 'wall' })
  await targets(wall).waitFor()
  await noneWrong(wall)
  const overflow = await wall.evaluate('document.documentElement.scrollHeight - innerHeight')
  expect(overflow).toBeLessThanOrEqual(0)
  await wall.keyboard.press('Escape')
  await wall.getByRole('button', { name: 'Màn hình tường' }).waitFor()
})

test('on a phone what is late comes before what is measured, and fits its width', async () => {
  const phone = await signedIn(browser, 'lanhdao.tinh', '/chi-huy', { size: 'phone' })
  const top = async (name: string) => (await phone.getByRole('region', { name }).boundingBox())!.y
  await targets(phone).waitFor()
  expect(await top('Quá hạn')).toBeLessThan(await top('Trực chỉ huy'))
  expect(await top('Trực chỉ huy')).toBeLessThan(await top('Chỉ tiêu so với kế hoạch'))
  expect(await phone.evaluate('document.documentElement.scrollWidth')).toBe(390)
  await noneWrong(phone)
})

test('who leads no Command has no such page', async () => {
  const clerk = await signedIn(browser, 'canbo.laithieu', '/chi-huy', { size: 'phone' })
  await clerk.getByRole('heading', { level: 1 }).waitFor()
  expect(await clerk.getByRole('region', { name: 'Chỉ tiêu so với kế hoạch' }).count()).toBe(0)
})
