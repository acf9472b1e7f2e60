// Takes the pictures of docs/tour.md: plays the story on a product of its own, freshly started, with the demo province.
// `node scripts/build-web.ts && node scripts/tour.ts`
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { Locator, Page } from 'playwright-core'

import { onTour, type Tour } from './tour-stage.ts'

const letter = readFileSync(
  join(import.meta.dirname, '../src/app/demo/directives/binh-duong-ket-luan.txt'),
  'utf8',
)

await onTour(async (tour) => {
  const document = await review(tour)
  await inboxes(tour)
  await phones(tour, document)
})

function register(page: Page): Locator {
  return page.getByRole('region', { name: /^Sổ nhiệm vụ/ })
}

function card(page: Page, words: string): Locator {
  return register(page).getByRole('article').filter({ hasText: words })
}

function text(page: Page): Locator {
  return page.getByRole('region', { name: 'Văn bản như đã đọc được' })
}

/** As far down its pane as a reader would have it. */
async function centre(place: Locator): Promise<void> {
  await place.evaluate((element) => element.scrollIntoView({ block: 'center' }))
}

/** The desk of the clerk of the provincial party office. Answers the path of the document. */
async function review(tour: Tour): Promise<string> {
  const { door: knock, enter, picture } = tour
  const door = await knock()
  await door.getByRole('button', { name: /vanphong\.tinhuy(?![0-9])/ }).waitFor()
  await picture(door, '01-dang-nhap')
  await door.context().close()

  const page = await enter('vanphong.tinhuy', '/van-ban')
  await page.getByRole('row').nth(1).waitFor()
  await picture(page, '02-van-ban')

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Chọn tệp' }).click()
  const bytes = Buffer.from(letter.replace('187-TB/TU', '190-TB/TU'))
  await (await chooser).setFiles({ name: 'thong-bao-190.txt', mimeType: 'text/plain', buffer: bytes })
  await text(page).waitFor()
  await picture(page, '03-hai-ben')

  const stations = 'bảo đảm 100% xã, phường, thị trấn có ít nhất 01 trạm y tế lưu động'
  const deadline = card(page, stations).getByRole('button', { name: 'Thời hạn: 20/10/2021' })
  await deadline.click()
  await centre(text(page).getByText('chậm nhất đến ngày 20/10/2021', { exact: true }))
  await picture(page, '04-chi-va-sang')

  await page.keyboard.press('Escape')
  await page.keyboard.press('n')
  await picture(page, '05-cho-can-xem')

  const lead = card(page, 'Bệnh viện Đa khoa tỉnh bố trí').getByRole('button', {
    name: /^Chủ trì: Bệnh viện/,
  })
  await lead.click()
  await lead.click()
  await page.getByRole('combobox', { name: /Tìm cơ quan/ }).fill('so y te')
  await page
    .getByRole('option', { name: /^Sở Y tế/ })
    .first()
    .waitFor()
  await picture(page, '06-tim-khong-dau')
  await page.keyboard.press('Escape')

  await card(page, 'đưa học sinh trở lại trường').getByRole('button').first().click()
  await page.keyboard.press('s')
  await page.getByRole('slider').waitFor()
  await picture(page, '07-tach')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Escape')
  const forgotten = text(page).getByText('Cơ bản thống nhất với phương án mở lại theo ba bước')
  await centre(forgotten)
  await forgotten.selectText()
  await page.getByRole('toolbar', { name: 'Với đoạn vừa chọn' }).waitFor()
  await picture(page, '08-them')
  await page.evaluate('getSelection().removeAllRanges()')

  await disagreement(tour, page, stations)
  await page.getByRole('button', { name: 'Phát hành', exact: true }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Phát hành tới/ })
    .waitFor()
  await picture(page, '10-phat-hanh')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Phát hành tới/ })
    .click()
  await page.getByText(/^Đã phát hành tới/).waitFor()
  const path = new URL(page.url()).pathname
  await page.context().close()
  return path
}

/** A colleague without a network sets another date for the same task. */
async function disagreement({ enter, picture }: Tour, page: Page, task: string): Promise<void> {
  const colleague = await enter('vanphong.tinhuy2', new URL(page.url()).pathname)
  await text(colleague).waitFor()
  await colleague.context().setOffline(true)
  await setDeadline(colleague, task, '18/10/2021')
  await setDeadline(page, task, '19/10/2021')
  await page.getByText(/^Đã lưu /).waitFor()
  await colleague.context().setOffline(false)
  const dispute = colleague.getByRole('region', { name: /hai người cùng sửa/ })
  await dispute.waitFor()
  await centre(dispute)
  await picture(colleague, '09-hai-nguoi')
  await colleague.context().close()
}

async function setDeadline(page: Page, task: string, day: string): Promise<void> {
  const field = card(page, task).getByRole('button', { name: /^Thời hạn: / })
  const editor = page.getByRole('dialog', { name: 'Thời hạn' })
  await field.click()
  if (!(await editor.isVisible())) await field.click()
  await editor.getByLabel('Đến ngày').fill(day)
  await editor.getByRole('button', { name: 'Lưu' }).click()
  await editor.waitFor({ state: 'detached' })
}

/** What the department of health sees of it. */
async function inboxes({ enter, picture }: Tour): Promise<void> {
  const page = await enter('soyte', '/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await picture(page, '11-viec-cua-toi')
  await page.getByRole('link', { name: 'Hộp thư nhiệm vụ' }).first().click()
  await page.getByRole('row').nth(1).waitFor()
  await picture(page, '12-hop-thu')
  await page.getByRole('row').filter({ hasText: 'rà soát giường bệnh' }).getByRole('link').first().click()
  await page.locator('mark').waitFor()
  await picture(page, '13-nhiem-vu')
  await page.context().close()
}

async function phones({ enter, picture }: Tour, document: string): Promise<void> {
  const commune = await enter('canbo.laithieu', '/hop-thu', { size: 'phone' })
  const task = commune.getByRole('link').filter({ hasText: 'Duy trì tổ chăm sóc' }).first()
  await task.waitFor()
  await picture(commune, '14-dien-thoai-hop-thu')
  await task.click()
  await commune.locator('mark').waitFor()
  await picture(commune, '15-dien-thoai-nhiem-vu')
  await commune.context().close()

  const clerk = await enter('vanphong.tinhuy', document, { size: 'phone' })
  await text(clerk).waitFor()
  await centre(text(clerk).getByRole('button', { name: 'Nhiệm vụ 7' }))
  await text(clerk).getByRole('button', { name: 'Nhiệm vụ 7' }).click()
  await picture(clerk, '16-dien-thoai-van-ban')
  await clerk.getByRole('button', { name: 'Sổ nhiệm vụ', exact: true }).click()
  await picture(clerk, '17-dien-thoai-so')
  await clerk.context().close()
}
