import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { launchBrowser } from '#tests/setup/browser.ts'
import {
  address,
  appearance,
  asText,
  cardsOf,
  cardWith,
  drop,
  eventually,
  expectTasks,
  fileOf,
  focusName,
  freshNumber,
  ownDirective,
  registerOf,
  saved,
  selectWords,
  signedIn,
  textOf,
  visit,
} from './visitor.ts'

/**
 * The story this product is for: a directive goes in, its tasks come out. One document, from the drop to the inboxes;
 * each test is a chapter and goes on where the one before it ended.
 */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('a directive goes in, its tasks come out', () => {
  const number = `${freshNumber()}-TB/TU`
  const hospital = 'Yêu cầu Bệnh viện Đa khoa tỉnh bố trí 02 kíp điều trị'
  const mobileStations = 'bảo đảm 100% xã, phường, thị trấn có ít nhất 01 trạm y tế lưu động'
  const communeCare =
    'Cấp xã: Duy trì tổ chăm sóc người bệnh tại nhà hoạt động 24/7, kịp thời chuyển tuyến khi người bệnh trở nặng'
  const beds =
    'Sở Y tế chủ trì, phối hợp với Bộ Chỉ huy Quân sự tỉnh, các huyện, thị, thành phố rà soát giường bệnh tầng 1 và tầng 2'
  let text = ''
  let clerk: Page
  let officer: Page
  let commune: Page
  let enterprise: Page
  let documentPath = ''

  beforeAll(async () => {
    text = await ownDirective('binh-duong-ket-luan.txt', '187-TB/TU', number)
  })

  test('she signs in and drops it on the page; the document stands left, its register right', async () => {
    clerk = await visit(browser, '/van-ban')
    await clerk.getByRole('button', { name: /Nguyễn Thị Thu Hà/ }).click()
    await drop(clerk, [asText('ket-luan-quy-iv.txt', text)])
    await textOf(clerk).waitFor()
    documentPath = new URL(clerk.url()).pathname

    await clerk.getByRole('heading', { level: 1, name: new RegExp(`Thông báo kết luận ${number}`) }).waitFor()
    const [left, right] = [await textOf(clerk).boundingBox(), await registerOf(clerk).boundingBox()]
    expect(left!.x + left!.width).toBeLessThanOrEqual(right!.x)
    await textOf(clerk).getByText(`Số ${number}`).waitFor()
    await expectTasks(clerk, 18)
    expect(await cardsOf(clerk).count()).toBe(18)
    await cardWith(clerk, beds).getByRole('button', { name: 'Chủ trì: Sở Y tế' }).waitFor()
    await cardWith(clerk, mobileStations).getByRole('button', { name: 'Thời hạn: 20/10/2021' }).waitFor()
  })

  test('pointing at a field lights up its words, and pointing at words lights up their field', async () => {
    const day = textOf(clerk).getByText('chậm nhất đến ngày 20/10/2021', { exact: true })
    const field = cardWith(clerk, mobileStations).getByRole('button', { name: 'Thời hạn: 20/10/2021' })
    await field.scrollIntoViewIfNeeded()
    await clerk.mouse.move(0, 0)
    const [plainDay, plainField] = [await appearance(day), await appearance(field)]

    await field.hover()
    await eventually(() => appearance(day)).not.toBe(plainDay)
    await clerk.mouse.move(0, 0)
    await eventually(() => appearance(day)).toBe(plainDay)

    await day.hover()
    await eventually(() => appearance(field)).not.toBe(plainField)
    await clerk.mouse.move(0, 0)
    await eventually(() => appearance(field)).toBe(plainField)

    // Pressing the words opens the card they belong to and brings it into view.
    await day.click()
    const card = cardWith(clerk, mobileStations)
    await eventually(() => card.getByRole('button', { expanded: true }).count()).toBe(1)
    await eventually(async () => (await card.boundingBox())!.y).toBeLessThan(900)
    await clerk.keyboard.press('Escape')
  })

  test('she walks through the doubtful places with the keyboard alone', async () => {
    const left = () => doubtsLeft(clerk)
    const first = await left()
    expect(first).toBeGreaterThan(2)

    await clerk.keyboard.press('n')
    await eventually(() => focusName(clerk)).toMatch(/cần xem/)
    const place = await focusName(clerk)
    await clerk.keyboard.press('n')
    await eventually(() => focusName(clerk)).not.toBe(place)
    await clerk.keyboard.press('p')
    await eventually(() => focusName(clerk)).toBe(place)
    for (let open = first; open > 0; open = await left()) {
      await clerk.keyboard.press('Enter')
      await eventually(left).toBeLessThan(open)
    }
    await clerk.getByText('đã xem hết', { exact: true }).waitFor()
    await saved(clerk)
  })

  test('she corrects a lead body by typing without accents', async () => {
    const card = cardWith(clerk, hospital)
    await card.getByRole('button', { name: 'Chủ trì: Bệnh viện Đa khoa tỉnh' }).click()
    await card.getByRole('button', { name: 'Chủ trì: Bệnh viện Đa khoa tỉnh' }).click()
    const search = clerk.getByRole('combobox', { name: /Tìm cơ quan/ })
    await search.fill('so y te')
    await clerk
      .getByRole('option', { name: /^Sở Y tế/ })
      .first()
      .waitFor()
    expect(await clerk.getByRole('option').first().innerText()).toMatch(/^Sở Y tế/)
    await search.press('Enter')
    await card.getByRole('button', { name: 'Chủ trì: Sở Y tế' }).waitFor()
    expect(await card.getByRole('button', { name: /Bệnh viện Đa khoa/ }).count()).toBe(0)
    await saved(clerk)
  })

  test('she splits a task, joins two, drops one and takes it back', async () => {
    await cardWith(clerk, 'Sở Giáo dục và Đào tạo xây dựng kế hoạch').getByRole('button').first().click()
    await clerk.getByRole('toolbar', { name: 'Rà soát' }).getByRole('button', { name: /^Tách/ }).click()
    await clerk.getByRole('slider', { name: 'Việc thứ hai bắt đầu từ đâu?' }).waitFor()
    await clerk.getByRole('button', { name: /^Tách ở đây/ }).click()
    await expectTasks(clerk, 19)
    await cardWith(clerk, /trình UBND tỉnh xem xét trước ngày 25\/10\/2021/)
      .filter({ hasNotText: 'xây dựng kế hoạch' })
      .waitFor()

    await cardWith(clerk, 'Trưởng Ban Quản lý các khu công nghiệp tỉnh phê duyệt')
      .getByRole('button')
      .first()
      .click()
    await clerk.keyboard.press('j')
    await expectTasks(clerk, 18)
    const joined = cardWith(clerk, /Trưởng Ban Quản lý.*Giám đốc Sở Công Thương phê duyệt/s)
    await joined.getByText(/^gộp/).waitFor()

    await cardWith(clerk, 'Tăng cường kiểm tra, xử lý nghiêm').getByRole('button').first().click()
    await clerk.keyboard.press('x')
    await expectTasks(clerk, 17)
    await registerOf(clerk).getByRole('heading', { name: 'Đã bỏ (1)' }).waitFor()
    await registerOf(clerk).getByRole('button', { name: 'Khôi phục' }).click()
    await expectTasks(clerk, 18)
    await cardWith(clerk, 'Tăng cường kiểm tra, xử lý nghiêm').waitFor()
    await saved(clerk)
  })

  const forgotten =
    'Cơ bản thống nhất với phương án mở lại theo ba bước do Ban cán sự đảng UBND tỉnh trình bày'

  test('she adds a task by selecting its words, takes it back, and adds it again', async () => {
    await clerk.keyboard.press('Escape')
    await selectWords(clerk, forgotten)
    await clerk
      .getByRole('toolbar', { name: 'Với đoạn vừa chọn' })
      .getByRole('button', { name: /^Thêm nhiệm vụ/ })
      .click()
    await expectTasks(clerk, 19)
    await cardWith(clerk, forgotten)
      .getByText(/^thêm tay/)
      .waitFor()

    await clerk.keyboard.press('u')
    await expectTasks(clerk, 18)
    expect(await cardWith(clerk, forgotten).count()).toBe(0)

    await selectWords(clerk, forgotten)
    await clerk.keyboard.press('a')
    await expectTasks(clerk, 19)
    const card = cardWith(clerk, forgotten)
    await card.getByRole('button', { name: /chưa rõ ai chủ trì/ }).click()
    await clerk.getByRole('combobox', { name: /Tìm cơ quan/ }).fill('van phong tinh uy')
    await clerk
      .getByRole('option', { name: /^Văn phòng Tỉnh ủy/ })
      .first()
      .click()
    await card.getByRole('button', { name: 'Chủ trì: Văn phòng Tỉnh ủy' }).waitFor()
    await saved(clerk)
  })

  test('the browser closes half way: what was saved and what was not are both there', async () => {
    const doubts = await doubtsLeft(clerk)
    // Her last act does not reach the server any more.
    const context = clerk.context()
    await context.setOffline(true)
    await cardWith(clerk, 'Tăng cường kiểm tra, xử lý nghiêm').getByRole('button').first().click()
    await clerk.keyboard.press('x')
    await expectTasks(clerk, 18)
    await clerk.getByText(/1 sửa đổi chưa lưu/).waitFor()
    await clerk.close()
    await context.setOffline(false)

    const elsewhere = await signedIn(browser, 'vanphong.tinhuy', documentPath)
    await expectTasks(elsewhere, 19)
    await cardWith(elsewhere, hospital).getByRole('button', { name: 'Chủ trì: Sở Y tế' }).waitFor()
    await cardWith(elsewhere, forgotten)
      .getByText(/^thêm tay/)
      .waitFor()
    expect(await doubtsLeft(elsewhere)).toBe(doubts)

    clerk = await context.newPage()
    await clerk.goto(address(documentPath))
    await saved(clerk)
    await expectTasks(clerk, 18)
    // And the other browser learns of it without being asked.
    await expectTasks(elsewhere, 18)
    await elsewhere.context().close()
  })

  test('two clerks on one task: the second decides between hers and the first one’s', async () => {
    const colleague = await signedIn(browser, 'vanphong.tinhuy', documentPath)
    await expectTasks(colleague, 18)
    await colleague.context().setOffline(true)
    await setDeadline(colleague, mobileStations, '18/10/2021')
    await colleague.getByText(/1 sửa đổi chưa lưu/).waitFor()

    await setDeadline(clerk, mobileStations, '19/10/2021')
    await saved(clerk)
    await colleague.context().setOffline(false)

    const dispute = colleague.getByRole('region', { name: /^Nhiệm vụ \d+: hai người cùng sửa$/ })
    await dispute.waitFor()
    const field = dispute.getByRole('group', { name: 'Thời hạn' })
    expect(await field.getByRole('radio').count()).toBe(2)
    expect(await field.innerText()).toMatch(/Của tôi\s*18\/10\/2021/)
    expect(await field.innerText()).toMatch(/19\/10\/2021/)
    // Nothing is decided by itself: the first one's date stands until she chooses.
    await cardWith(clerk, mobileStations).getByRole('button', { name: 'Thời hạn: 19/10/2021' }).waitFor()
    await dispute.getByRole('radio', { name: /Của tôi/ }).check()
    await dispute.getByRole('button', { name: 'Lưu theo lựa chọn này' }).click()
    await dispute.waitFor({ state: 'detached' })
    await cardWith(colleague, mobileStations).getByRole('button', { name: 'Thời hạn: 18/10/2021' }).waitFor()
    await cardWith(clerk, mobileStations).getByRole('button', { name: 'Thời hạn: 18/10/2021' }).waitFor()
    await colleague.context().close()
  })

  test('she downloads the register for Word, for print and as a spreadsheet', async () => {
    const formats = [
      ['Word (.docx)', 'docx', 'PK\x03\x04'],
      ['PDF để in', 'pdf', '%PDF-'],
      ['Bảng tính (.xlsx)', 'xlsx', 'PK\x03\x04'],
    ] as const
    for (const [label, ending, magic] of formats) {
      await clerk.getByRole('button', { name: 'Tải sổ' }).click()
      const started = clerk.waitForEvent('download')
      await clerk.getByRole('menuitem', { name: label }).click()
      const download = await started
      expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${ending}$`))
      const bytes = await fileOf(download)
      expect(bytes.subarray(0, magic.length).toString('latin1')).toBe(magic)
      expect(bytes.length).toBeGreaterThan(4_000)
    }
  })

  test('before issuing nobody else sees any of it', async () => {
    officer = await signedIn(browser, 'soyte', documentPath)
    commune = await signedIn(browser, 'canbo.laithieu', documentPath, { size: 'phone' })
    enterprise = await signedIn(browser, 'minhphat', documentPath)
    for (const other of [officer, commune, enterprise]) {
      await other.getByText(/^Không tìm thấy, hoặc nội dung này không thuộc phạm vi/).waitFor()
      expect(await other.getByText(number).count()).toBe(0)
    }
  })

  test('she issues it, knowing who gets what', async () => {
    await clerk.getByRole('button', { name: 'Phát hành', exact: true }).click()
    const dialog = clerk.getByRole('dialog', { name: 'Phát hành văn bản' })
    await dialog.getByText(/cơ quan sẽ nhận văn bản này với 18 nhiệm vụ được giao/).waitFor()
    await dialog.getByRole('textbox', { name: 'Lọc theo tên cơ quan' }).fill('so y te')
    await dialog.getByRole('row', { name: /^Sở Y tế.*Chủ trì/ }).waitFor()
    expect(await dialog.getByRole('row', { name: /Minh Phát/ }).count()).toBe(0)
    await dialog.getByRole('button', { name: /^Phát hành tới \d+ cơ quan$/ }).click()
    await clerk.getByText(/^Đã phát hành tới \d+ cơ quan$/).waitFor()
    await clerk.getByText(/^Phát hành \d\d:\d\d/).waitFor()
    // Issued is final: what changed it is gone.
    expect(await clerk.getByRole('button', { name: 'Phát hành', exact: true }).count()).toBe(0)
    await cardsOf(clerk).first().getByRole('button').first().click()
    expect(await clerk.getByRole('toolbar', { name: 'Rà soát' }).count()).toBe(0)
    await clerk.context().close()
  })

  test('the department of health finds its tasks with the exact sentence, and opens it in context', async () => {
    await officer.goto(address('/hop-thu'))
    const row = rowOf(officer, number).filter({ hasText: beds })
    await row.getByText('Chủ trì').first().waitFor()
    await row.getByRole('link').first().click()

    await officer.getByRole('heading', { level: 1, name: new RegExp(`${number}, Mục 3`) }).waitFor()
    const sentence = officer.locator('mark')
    expect(await sentence.innerText()).toBe(beds)
    expect(text).toContain(beds)
    await officer.getByText('cơ quan anh chị').first().waitFor()

    await officer.getByRole('link', { name: 'Mở văn bản' }).click()
    await textOf(officer).getByText(`Số ${number}`).waitFor()
    const inText = textOf(officer).getByText('rà soát giường bệnh tầng 1 và tầng 2').first()
    await eventually(async () => isOnScreen(officer, await inText.boundingBox())).toBe(true)
    expect(await officer.getByRole('button', { name: 'Phát hành', exact: true }).count()).toBe(0)
    await officer.context().close()
  })

  test('the clerk of a commune finds hers, on the phone', async () => {
    await commune
      .getByRole('navigation', { name: 'Các trang hay dùng' })
      .getByRole('link', { name: 'Hộp thư nhiệm vụ' })
      .click()
    await commune.getByRole('heading', { level: 1, name: 'Hộp thư nhiệm vụ' }).waitFor()
    const card = commune.getByRole('link').filter({ hasText: communeCare }).first()
    await card.click()
    expect(await commune.locator('mark').innerText()).toBe(communeCare)
    await commune.context().close()
  })

  test('the enterprise sees nothing that is not its own', async () => {
    await enterprise.goto(address('/hop-thu'))
    await enterprise.getByRole('heading', { level: 1, name: 'Hộp thư nhiệm vụ' }).waitFor()
    await enterprise.getByText('Chưa có nhiệm vụ nào được giao').waitFor()
    await enterprise.goto(address(documentPath))
    await enterprise.getByText(/^Không tìm thấy, hoặc nội dung này không thuộc phạm vi/).waitFor()
    for (const box of ['own', 'received', 'all']) {
      await enterprise.goto(address(`/van-ban?box=${box}`))
      await enterprise.getByRole('status').filter({ hasText: 'Không có dòng nào' }).waitFor()
    }
    const links = enterprise.getByRole('navigation', { name: 'Các trang' }).getByRole('link')
    expect(await links.allInnerTexts()).not.toContain('Tài khoản')
    expect(await links.allInnerTexts()).not.toContain('Nhật ký')
    await enterprise.context().close()
  })
})

async function doubtsLeft(page: Page): Promise<number> {
  const said = page.getByText(/^(còn \d+ chỗ cần xem|đã xem hết)$/)
  return Number(/\d+/.exec(await said.innerText())?.[0] ?? 0)
}

const rowOf = (page: Page, number: string) => page.getByRole('row').filter({ hasText: number })

async function setDeadline(page: Page, sentence: string, day: string): Promise<void> {
  const field = cardWith(page, sentence).getByRole('button', { name: /^Thời hạn: / })
  await field.click()
  const editor = page.getByRole('dialog', { name: 'Thời hạn' })
  // The first press takes the card in hand, the second opens the editor – unless the card was in hand already.
  const opened = await editor.waitFor({ timeout: 1_500 }).then(
    () => true,
    () => false,
  )
  if (!opened) await field.click()
  await editor.getByLabel('Đến ngày').fill(day)
  await editor.getByRole('button', { name: 'Lưu' }).click()
  await editor.waitFor({ state: 'detached' })
  await cardWith(page, sentence)
    .getByRole('button', { name: `Thời hạn: ${day}` })
    .waitFor()
}

function isOnScreen(page: Page, box: { y: number; height: number } | null): boolean {
  return box !== null && box.y >= 0 && box.y + box.height <= page.viewportSize()!.height
}
