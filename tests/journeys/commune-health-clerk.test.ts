import { randomInt } from 'node:crypto'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { accessViolations, launchBrowser } from '#tests/setup/browser.ts'
import { address, asText, choose, eventually, signedIn } from './visitor.ts'

/**
 * The day of the clerk who keeps the health network of a ward: two stations from the phone in her hand, one of them where
 * there is no network, and the province's figure has moved without anyone typing it.
 */
let browser: Browser
let clerk: Page
beforeAll(async () => {
  browser = await launchBrowser()
  clerk = await signedIn(browser, 'canbo.laithieu', '/y-te-co-so', { size: 'phone' })
  await clerk.context().grantPermissions(['geolocation'])
  await clerk.context().setGeolocation({ latitude: 10.9081, longitude: 106.703, accuracy: 12 })
})
afterAll(() => browser.close())

const run = randomInt(1000, 9999)
const first = `Trạm chợ Lái Thiêu ${run}`
const second = `Trạm bến xe Lái Thiêu ${run}`
const phone = `0900${run}11`

async function fillStation(name: string, telephone: string) {
  await clerk.getByLabel('Tên trạm').fill(name)
  await clerk.getByLabel('Số bác sĩ').fill('1')
  await clerk.getByLabel('Số nhân viên, tình nguyện viên').fill('4')
  await clerk.getByLabel('Điện thoại trực').fill(telephone)
  await clerk.getByLabel('Số bình ô xy').fill('2')
}

/** “74/91” of the province, as its page of the indicator says it. */
async function provinceFigure(page: Page): Promise<number> {
  const text = await page.getByRole('region', { name: 'Kết quả' }).innerText()
  return Number(/(\d+)\s*\/\s*91/.exec(text)?.[1] ?? NaN)
}

async function stationsOfWard(): Promise<number> {
  const answer = await clerk.context().request.get(address('/api/health-network/coverage'))
  return (await answer.json()).communes[0].stations
}

const noneWrong = async (page: Page) => expect(await accessViolations(page)).toEqual([])

test('two stations from a phone, one without a network; the province’s figure moves by itself', async () => {
  const province = await signedIn(browser, 'soyte', '/chi-so/communes-with-mobile-station')
  await eventually(() => provinceFigure(province)).toBeGreaterThan(0)
  const before = await provinceFigure(province)
  const had = await stationsOfWard()

  await clerk.getByRole('link', { name: 'Ghi trạm y tế lưu động' }).first().click()
  await clerk.getByRole('heading', { level: 1, name: 'Ghi trạm y tế lưu động' }).waitFor()
  await noneWrong(clerk)
  // An empty form is not sent: what is missing says so, at its field.
  await clerk.getByRole('button', { name: 'Ghi', exact: true }).click()
  await clerk.getByText('Chưa nhập').first().waitFor()
  await fillStation(first, phone)
  await clerk.getByRole('button', { name: 'Dùng vị trí hiện tại' }).click()
  await clerk.getByText('10.9081, 106.703').waitFor()
  await clerk.getByRole('button', { name: 'Ghi, rồi ghi tiếp' }).click()
  await eventually(() => clerk.getByLabel('Tên trạm').inputValue()).toBe('')

  await fillStation(second, phone)
  await clerk.getByText('Có thể đã được ghi').waitFor() // the same telephone number
  await clerk.getByRole('region', { name: /đang chờ gửi/ }).waitFor({ state: 'detached' })
  await clerk.context().setOffline(true)
  await clerk.getByRole('button', { name: 'Ghi', exact: true }).click()
  const waiting = clerk.getByRole('region', { name: '1 mục đang chờ gửi từ thiết bị này' })
  await waiting.getByText(second).waitFor()
  await waiting.getByText('Chờ gửi', { exact: true }).waitFor()
  await clerk.context().setOffline(false)
  await waiting.waitFor({ state: 'detached' })
  await clerk.getByRole('link', { name: second }).waitFor()
  await clerk.getByRole('link', { name: first }).waitFor()
  await noneWrong(clerk)

  expect(await stationsOfWard()).toBe(had + 2)
  // Her ward is one more of 91, unless an earlier run on the same product made it so.
  await eventually(() => provinceFigure(province)).toBe(before + (had === 0 ? 1 : 0))
  await province.context().close()
})

test('a correction, an end and taking it back; the telephone number only with a purpose', async () => {
  await clerk.getByRole('link', { name: first }).click()
  await clerk.getByRole('heading', { level: 1, name: first }).waitFor()
  await clerk.getByText('chưa đạt mức 5–7').first().waitFor() // four of staff: a remark, and it was recorded all the same
  await clerk.getByRole('button', { name: /^Hiện số điện thoại của/ }).click()
  await clerk.getByLabel('Kiểm tra thông tin đã ghi').check()
  await clerk.getByRole('button', { name: 'Hiện', exact: true }).click()
  await clerk.getByRole('link', { name: phone.replace(/^(....)(...)/, '$1 $2 ') }).waitFor()
  await noneWrong(clerk)

  await clerk.getByRole('button', { name: 'Sửa' }).click()
  await clerk.getByLabel('Số nhân viên, tình nguyện viên').fill('6')
  await clerk.getByRole('button', { name: 'Lưu thay đổi' }).click()
  await clerk.getByText('4 → 6').waitFor()
  await clerk.getByRole('button', { name: 'Cho ngừng' }).click()
  await clerk.getByLabel('Lý do').fill('Chuyển sang trạm mới')
  await clerk.getByRole('button', { name: 'Cho ngừng' }).last().click()
  await clerk.getByText('Chuyển sang trạm mới').first().waitFor()
  await clerk.getByRole('button', { name: 'Hoàn tác việc gần nhất' }).click()
  await clerk.getByText('Hoàn tác', { exact: true }).first().waitFor()
  await eventually(() => clerk.getByRole('button', { name: 'Cho ngừng' }).count()).toBe(1)
})

test('a list kept in a spreadsheet: the bad row says which cell, the good one goes in', async () => {
  await clerk.goto(address('/y-te-co-so/nhap?kind=community-group'))
  const head = 'Tên tổ,Tổ trưởng,Điện thoại tổ trưởng,Số thành viên,Số hộ phụ trách,Hoạt động từ ngày'
  const rows = [`Tổ ${run},Trần Văn Mẫu,,4,65,1/10/2021`, `Tổ sai ${run},Lê Thị Mẫu,,bốn,65,1/10/2021`]
  await choose(clerk, { ...asText('to-covid.csv', [head, ...rows].join('\r\n')), type: 'text/csv' })
  await clerk.getByText('1 dòng ghi được').waitFor()
  await clerk.getByRole('row', { name: /D3 Số thành viên bốn số nguyên từ 1 đến 100/ }).waitFor()
  await noneWrong(clerk)
  await clerk.getByRole('button', { name: 'Chỉ ghi 1 dòng đúng, bỏ qua dòng lỗi' }).click()
  await clerk.getByRole('link', { name: `Tổ ${run}` }).waitFor()
  expect(await clerk.getByText(`Tổ sai ${run}`).count()).toBe(0)
})
