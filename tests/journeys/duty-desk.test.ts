import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser } from '#tests/setup/browser.ts'
import { eventually, freshNumber, signedIn } from './visitor.ts'

/**
 * The desk that never sleeps: what a commune sends stands on the province's open screen by itself, is dealt with, and
 * what is beyond a desk goes up. Each test goes on where the one before it ended.
 */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('the duty desk', () => {
  const mark = `khu phố ${freshNumber()}`
  const urgent = `Người bệnh khó thở ở ${mark}`
  const oxygen = `Hết bình ô xy ở ${mark}`
  let officer: Page
  let commune: Page

  /** The counter of the board, as it is read. */
  const counter = async (page: Page, name: string) =>
    Number(/\d+/.exec((await page.getByRole('button', { name }).textContent()) ?? '')?.[0])
  const line = (page: Page, words: string) => page.getByRole('link', { name: new RegExp(words) })
  const move = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
  const state = (page: Page, name: string) => page.getByText(name, { exact: true }).first().waitFor()

  test('the hole in the roster shows before it happens: on the board, and in its place', async () => {
    officer = await signedIn(browser, 'tructruong.chihuy', '/truc-ban')
    await officer.getByRole('link', { name: /khoảng trống/ }).click()
    await officer.getByRole('heading', { level: 1, name: 'Lịch trực' }).waitFor()
    await officer.getByRole('button', { name: /15:00–23:00.*Trống/ }).waitFor()
    await officer.goBack()
    await officer.getByRole('heading', { level: 1, name: 'Trực ban' }).waitFor()
  })

  test('a commune sends something urgent from a phone; the province’s open screen shows it by itself', async () => {
    await officer.getByRole('button', { name: /Mới đến/ }).waitFor()
    await eventually(() => counter(officer, 'Mới đến')).toBeGreaterThan(0)
    const before = await counter(officer, 'Mới đến')
    const stamp = `window.__opened = ${freshNumber()}`
    await officer.evaluate(stamp)

    commune = await signedIn(browser, 'canbo.laithieu', '/bao-tin', { size: 'phone' })
    await report(
      commune,
      'Người bệnh cấp cứu',
      urgent,
      'Trung tâm Chỉ huy phòng, chống dịch Covid-19 tỉnh Bình Dương',
    )
    await line(officer, urgent).first().waitFor()
    await officer.getByText(/tin khẩn vừa đến/).waitFor()
    await eventually(() => counter(officer, 'Mới đến')).toBe(before + 1)
    // The very page that was open: nothing was loaded again.
    expect(await officer.evaluate('window.__opened')).toBe(Number(stamp.split('= ')[1]))
  })

  test('the officer sees who called for a stated purpose, assigns it to a team, and settles it', async () => {
    await line(officer, urgent).first().click()
    await officer.getByText('09xx xxx 678').waitFor()
    await officer.getByRole('button', { name: 'Xem và gọi' }).click()
    await officer.getByRole('dialog').getByRole('button', { name: 'Xem và gọi' }).click()
    const call = officer.getByRole('link', { name: 'Gọi 0912345678' })
    await call.waitFor()
    expect(await call.getAttribute('href')).toBe('tel:0912345678')

    await move(officer, 'Giao xử lý').click()
    const dialog = officer.getByRole('dialog')
    await dialog.getByLabel('Đội phản ứng nhanh').fill('doi phan ung nhanh thanh pho thuan an')
    await officer.getByRole('option', { name: /Thuận An \(hư cấu\)/ }).click()
    await officer.getByRole('dialog').getByRole('button', { name: 'Giao xử lý' }).click()
    await state(officer, 'Đang xử lý')
    await move(officer, 'Giải quyết xong').click()
    await officer.getByLabel('Kết quả').fill('Đã đưa tới bệnh viện')
    await officer.getByRole('dialog').getByRole('button', { name: 'Giải quyết xong' }).click()
    await state(officer, 'Đã giải quyết')
    expect(await officer.getByRole('list', { name: 'Nhật ký' }).getByRole('listitem').count()).toBe(4)
  })

  test('what is beyond the commune goes up and must be taken; the commune follows it', async () => {
    await commune.goto(new URL('/bao-tin', commune.url()).href)
    await report(commune, 'Thiếu vật tư, thiết bị', oxygen, 'Ủy ban nhân dân phường Lái Thiêu')
    await line(commune, oxygen).first().click()
    await move(commune, 'Trình cấp trên').click()
    const dialog = commune.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Trình lên' }).click()
    await commune.getByRole('option', { name: /tỉnh Bình Dương/ }).click()
    await dialog.getByLabel('Lý do').fill('Phường không còn nguồn')
    await dialog.getByRole('button', { name: 'Trình cấp trên' }).click()
    await state(commune, 'Chờ cấp trên nhận')

    await officer.goto(new URL('/truc-ban', officer.url()).href)
    await line(officer, oxygen).first().click()
    await move(officer, 'Nhận xử lý').click()
    await state(officer, 'Chờ giao')
    // The commune's open page follows.
    await state(commune, 'Chờ giao')
    expect(await move(commune, 'Giao xử lý').count()).toBe(0)
  })

  test('without a network it lies on the phone, and goes out by itself when there is one', async () => {
    const offline = `Ba hộ hết gạo ở ${mark}`
    await commune.goto(new URL('/truc-ban', commune.url()).href)
    await commune.getByRole('link', { name: 'Nhận tin mới' }).click()
    await commune.getByRole('combobox', { name: 'Gửi tới bàn trực' }).waitFor()
    await commune.context().setOffline(true)
    await commune
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'hien-truong.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from('ffd8ffe000104a46494600', 'hex'),
      })
    await commune.getByRole('button', { name: 'Bỏ tệp hien-truong.jpg' }).waitFor()
    await report(commune, 'Thiếu lương thực, nhu yếu phẩm', offline, 'Ủy ban nhân dân phường Lái Thiêu')
    await commune.getByText('1 tin chờ gửi từ thiết bị này').waitFor()
    await commune.context().setOffline(false)
    await line(commune, offline).first().waitFor()
    await commune.getByText('1 tin chờ gửi từ thiết bị này').waitFor({ state: 'hidden' })
    // The photograph came behind its words.
    await line(commune, offline).first().click()
    await commune.getByRole('button', { name: /hien-truong\.jpg/ }).waitFor()
    await commune.getByText('Gửi kèm 1 tệp').waitFor()
  })
})

async function report(page: Page, kind: string, details: string, desk: string) {
  await page.getByLabel(kind).check()
  await page.getByLabel('Nội dung').fill(details)
  await page.getByRole('combobox', { name: 'Gửi tới bàn trực' }).click()
  await page.getByRole('option', { name: desk, exact: true }).click()
  await page.getByLabel('Số điện thoại người gọi').fill('0912 345 678')
  await page.getByRole('button', { name: 'Gửi tin' }).click()
  await page.getByRole('heading', { level: 1, name: 'Trực ban' }).waitFor()
}
