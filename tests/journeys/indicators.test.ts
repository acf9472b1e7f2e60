import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { accessViolations, launchBrowser } from '#tests/setup/browser.ts'
import { eventually, signedIn } from './visitor.ts'

/**
 * An officer of the department of health looks at what nobody reported: what a figure means, how it went, where it falls
 * short, what it is made of; and has the department warned when it falls behind.
 */
let browser: Browser
let officer: Page
beforeAll(async () => {
  browser = await launchBrowser()
  officer = await signedIn(browser, 'soyte', '/chi-so')
})
afterAll(() => browser.close())

const title = 'Xã, phường, thị trấn có trạm y tế lưu động'
const noneWrong = async (page: Page) => expect(await accessViolations(page)).toEqual([])
const heading = (name: string | RegExp) => officer.getByRole('heading', { level: 2, name })
const panel = (name: string) => officer.getByRole('region', { name, exact: true })

test('from all figures to one: its meaning, its course as a drawing and as numbers, the map', async () => {
  await officer.getByRole('heading', { level: 1, name: 'Chỉ số' }).waitFor()
  await noneWrong(officer)
  await officer.getByRole('link', { name: title }).click()
  await officer.getByRole('heading', { level: 1, name: title }).waitFor()
  await officer.getByText('kể từ ngày trạm bắt đầu đến hết ngày trạm ngừng').waitFor()
  await officer.getByRole('img', { name: `Biểu đồ diễn biến: ${title}` }).waitFor()
  await officer.getByText('Xem bằng bảng số').click()
  await panel('Diễn biến theo ngày').getByRole('cell', { name: /\/91$/ }).first().waitFor()
  await heading('Trên bản đồ').waitFor()
  await officer.getByText('Sơ đồ, không phải ranh giới thật').waitFor()
  await noneWrong(officer)
})

test('who falls short is found without accents and taken home as a sheet', async () => {
  const units = panel('Danh sách đơn vị')
  const count = async () => Number(/trong (\d+)/.exec(await units.innerText())?.[1] ?? NaN)
  await eventually(count).toBeGreaterThan(1)
  const short = await count()
  await units.getByLabel('Tìm theo tên đơn vị').fill('binh an')
  await eventually(count).toBe(1)
  await units.getByRole('link', { name: 'Phường Bình An' }).waitFor()
  await units.getByLabel('Tìm theo tên đơn vị').fill('')
  await eventually(count).toBe(short)
  await units.getByRole('button', { name: 'Xuất tệp' }).click()
  const coming = officer.waitForEvent('download')
  await officer.getByRole('menuitem', { name: /CSV/ }).click()
  const sheet = await coming
  const lines = (await readFile(await sheet.path(), 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(short + 1)
  expect(lines[0]).toContain('Đơn vị')
})

test('down to a ward, which has a station or has none, and to the records behind it', async () => {
  await panel('So sánh các đơn vị trực thuộc').getByRole('link', { name: 'Thị xã Tân Uyên' }).click()
  await officer.getByText('Thị xã Tân Uyên', { exact: true }).first().waitFor()
  await panel('Danh sách đơn vị').getByText('Mọi xã, phường, thị trấn').click()
  await panel('Danh sách đơn vị').getByRole('link', { name: 'Phường Tân Hiệp' }).click()
  await heading('Các ghi nhận làm nên con số').waitFor()
  await panel('Kết quả')
    .getByText(/^(Đạt|Chưa đạt)$/)
    .waitFor()
  await noneWrong(officer)
  await officer.getByRole('link', { name: 'Tỉnh Bình Dương', exact: true }).click()
  await heading('Trên bản đồ').waitFor()
})

test('a warning is set, is heard of at once when the figure is short, and is ended', async () => {
  const warnings = panel('Cảnh báo')
  const note = `Hành trình ${randomInt(1000, 9999)}`
  await warnings.getByRole('button', { name: 'Đặt cảnh báo' }).click()
  await warnings.getByText('thấp hơn mức').click()
  await warnings.getByLabel('Mức phải đạt (%)').fill('99.5')
  await warnings.getByLabel('Ghi chú').fill(note)
  await noneWrong(officer)
  await warnings.getByRole('button', { name: 'Đặt', exact: true }).click()
  const mine = warnings.getByRole('listitem').filter({ hasText: note })
  await mine.getByText('Dưới mức').waitFor()
  await warnings
    .getByText(/^Xuống dưới mức: .*, cần 99,5%$/)
    .first()
    .waitFor()
  await mine.getByRole('button', { name: 'Ngừng theo dõi' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: 'Ngừng theo dõi' }).click()
  await mine.waitFor({ state: 'detached' })
})

test('a ward reads the province’s figure beside its own, and what is behind it stays closed', async () => {
  const ward = await signedIn(browser, 'canbo.laithieu', '/chi-so/mobile-stations?unit=vn-2021:74', {
    size: 'phone',
  })
  await ward.getByText('Danh sách và bản đồ chỉ mở cho đơn vị thuộc địa bàn của anh chị.').waitFor()
  expect(await ward.getByRole('heading', { level: 2, name: 'Danh sách đơn vị' }).count()).toBe(0)
  await noneWrong(ward)
  await ward.context().close()
})
