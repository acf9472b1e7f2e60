import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { photographedPage } from '#tests/fixtures/documents/make.ts'
import { accessViolations, launchBrowser } from '#tests/setup/browser.ts'
import { bodyCalled, bringInOverHttp, issueOverHttp } from './http.ts'
import { address, eventually, fileOf, freshNumber, ownDirective, signedIn } from './visitor.ts'

/**
 * A task from the sentence to the communes and back: the department of health gives it on to all of them in one act,
 * one reports with a photograph, what is returned is completed and accepted, and the numbers above move by themselves.
 */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('a task is followed up', () => {
  const number = `${freshNumber()}-TB/TU`
  const sentence = 'bảo đảm 100% xã, phường, thị trấn có ít nhất 01 trạm y tế lưu động'
  const firstDay = '20/10/2021'
  let directive = ''
  let office: Page
  let health: Page
  let commune: Page
  let task = ''
  let child = ''

  test('the office issues a document', async () => {
    office = await signedIn(browser, 'vanphong.tinhuy', '/theo-doi')
    const text = await ownDirective('binh-duong-ket-luan.txt', '187-TB/TU', number)
    directive = await bringInOverHttp(office, 'ket-luan.txt', Buffer.from(text))
    await issueOverHttp(office, directive, await bodyCalled(office, 'Văn phòng Tỉnh ủy'))
    health = await signedIn(browser, 'soyte', '/hop-thu')
    commune = await signedIn(browser, 'canbo.laithieu', '/hop-thu', { size: 'phone' })
  })

  test('the department of health sees at once what is asked, by when, and what to do', async () => {
    const row = health.getByRole('row').filter({ hasText: number }).filter({ hasText: sentence })
    await row.getByRole('link').first().click()
    await health.getByRole('heading', { level: 1, name: new RegExp(`${number}, Mục 3`) }).waitFor()
    task = new URL(health.url()).pathname
    expect(await health.locator('mark').innerText()).toContain(sentence)
    await health.getByText(/Cơ quan anh chị chủ trì\. Làm xong thì báo cáo trước/).waitFor()
    await health.getByText('Văn phòng Tỉnh ủy Bình Dương').first().waitFor()
    // The words around it are there on demand.
    await health.getByRole('button', { name: 'Xem câu này trong cả đoạn' }).click()
    expect(await health.getByRole('blockquote').innerText()).not.toBe(
      await health.locator('mark').innerText(),
    )
    await health.getByRole('button', { name: 'Thu gọn', exact: true }).click()
    expect(await accessViolations(health)).toEqual([])
  })

  test('it is broken down to every commune but one in one act, and who gets it is known before', async () => {
    await health.getByRole('button', { name: 'Cụ thể hóa' }).click()
    const dialog = health.getByRole('dialog', { name: /^Cụ thể hóa/ })
    await dialog.getByText('91 cơ quan sẽ nhận').waitFor()
    await dialog.getByRole('textbox', { name: 'Trừ các địa bàn' }).fill('phu cuong')
    await health
      .getByRole('option', { name: /Phú Cường/ })
      .first()
      .click()
    await dialog.getByText('90 cơ quan sẽ nhận').waitFor()
    await dialog
      .getByRole('textbox', { name: 'Câu giao việc' })
      .fill(`Lập ít nhất 01 trạm y tế lưu động trên địa bàn theo Thông báo ${number}`)
    await dialog.getByRole('button', { name: 'Giao cho 90 cơ quan' }).click()
    await health.getByText('Đã giao cho 90 cơ quan').waitFor()
    await health.getByText('0/90 nơi đã xong').waitFor()
  })

  test('the clerk of Lái Thiêu reports from her phone, with a photograph', async () => {
    await commune.reload()
    await commune
      .getByRole('link')
      .filter({ hasText: `theo Thông báo ${number}` })
      .first()
      .click()
    await commune.getByText(/Cơ quan anh chị chủ trì/).waitFor()
    child = new URL(commune.url()).pathname
    // The first screen of a phone holds the sentence, its day and what to do.
    for (const seen of [commune.locator('mark'), commune.getByRole('button', { name: 'Báo cáo tiến độ' })]) {
      const box = await seen.boundingBox()
      expect(box!.y + box!.height).toBeLessThan(844)
    }
    await report(commune, 'Đã lập 02 trạm tại khu phố Bình Hòa')
    await commune.getByText('Đã báo cáo. Chờ Sở Y tế').first().waitFor()
    await commune.getByRole('link', { name: 'tram-y-te.jpg' }).waitFor()
    expect(await accessViolations(commune)).toEqual([])
  })

  test('what is written without a network waits on the phone and leaves by itself', async () => {
    const context = commune.context()
    await context.setOffline(true)
    await commune.getByRole('button', { name: 'Báo cáo tiến độ' }).click()
    const dialog = commune.getByRole('dialog', { name: 'Báo cáo việc này' })
    await dialog.getByText(/Mất mạng vẫn chọn và chụp được/).waitFor()
    await dialog.getByText('Đã hoàn thành', { exact: true }).click()
    await dialog.getByRole('textbox', { name: 'Đã làm được gì' }).fill('Bổ sung: có 02 bác sĩ trực')
    await dialog.getByRole('button', { name: 'Gửi báo cáo' }).click()
    await commune.getByText('chờ gửi', { exact: true }).waitFor()
    await context.setOffline(false)
    await eventually(() => commune.getByText('chờ gửi', { exact: true }).count()).toBe(0)
    await commune.getByText('đã có báo cáo sau').waitFor()
  })

  test('the department returns it with its reason, the commune completes it, the department accepts', async () => {
    await health.goto(address(child))
    await health.getByText('1 báo cáo chờ anh chị quyết định.').waitFor()
    await health.getByRole('button', { name: 'Trả lại' }).click()
    const back = health.getByRole('dialog', { name: 'Trả lại' })
    await back.getByRole('button', { name: 'Trả lại' }).click()
    await back.getByText(/Cần ghi lý do/).waitFor()
    await back.getByRole('textbox', { name: 'Lý do' }).fill('Thiếu số điện thoại của trạm')
    await back.getByRole('button', { name: 'Trả lại' }).click()
    await health.getByText('Đã trả lại báo cáo').waitFor()

    await commune.reload()
    await commune.getByText(/Báo cáo bị trả lại: “Thiếu số điện thoại của trạm”/).waitFor()
    await report(commune, 'Trạm 1: 0274 3 755 000, trạm 2: 0274 3 755 001')
    await commune.getByText('Đã báo cáo. Chờ Sở Y tế').first().waitFor()

    await health.reload()
    await health.getByRole('button', { name: 'Công nhận hoàn thành' }).click()
    const yes = health.getByRole('dialog', { name: 'Công nhận hoàn thành' })
    await yes.getByText(/^Việc của Ủy ban nhân dân phường Lái Thiêu đóng lại/).waitFor()
    await yes.getByRole('button', { name: 'Công nhận hoàn thành' }).click()
    await health.getByText('Đã công nhận hoàn thành').waitFor()
    await health.getByText('Hoàn thành đúng hạn').first().waitFor()
  })

  test('the roll-up moves: commune, district, province', async () => {
    await health.goto(address(task))
    await health.getByText('1/90 nơi đã xong').waitFor()
    const district = health.getByRole('button', { name: /^Thành phố Thuận An.*1\/10/s })
    await district.click()
    await health
      .getByRole('listitem')
      .filter({ hasText: /^Phường Lái Thiêu.*1\/1/s })
      .waitFor()
  })

  test('more time is asked for and granted; the first day stays visible', async () => {
    await health.getByRole('button', { name: 'Xin gia hạn' }).click()
    const ask = health.getByRole('dialog', { name: 'Xin gia hạn' })
    await ask.getByLabel('Xin đến ngày').fill('31/10/2021')
    await ask.getByRole('textbox', { name: 'Vì sao cần thêm thời gian' }).fill('Chờ nhân lực chi viện')
    await ask.getByText(/sẽ cho hoặc không cho/).waitFor()
    await ask.getByRole('button', { name: 'Gửi đề nghị' }).click()
    // A slip is taken back where it is told.
    await health.getByRole('button', { name: 'Hoàn tác' }).click()
    await health.getByText('Đã rút đề nghị gia hạn').waitFor()
    await health.getByRole('button', { name: 'Xin gia hạn' }).click()
    await ask.getByLabel('Xin đến ngày').fill('31/10/2021')
    await ask.getByRole('textbox', { name: 'Vì sao cần thêm thời gian' }).fill('Chờ nhân lực chi viện')
    await ask.getByRole('button', { name: 'Gửi đề nghị' }).click()
    await health.getByText('Đã xin gia hạn đến 31/10/2021, đang chờ trả lời.').waitFor()

    await office.goto(address(task))
    await office.getByText('1 đề nghị gia hạn chờ anh chị quyết định.').waitFor()
    await office.getByRole('button', { name: 'Cho gia hạn' }).click()
    const grant = office.getByRole('dialog', { name: 'Cho gia hạn' })
    await grant.getByText(/Hạn mới của Sở Y tế tỉnh Bình Dương là 31\/10\/2021/).waitFor()
    await grant.getByRole('button', { name: 'Cho gia hạn' }).click()
    await office.getByText('Đã cho gia hạn').waitFor()
    await office.getByText(`hạn gốc ${firstDay}`).first().waitFor()

    await health.reload()
    await health.getByText('31/10/2021').first().waitFor()
    await health.getByText(`hạn gốc ${firstDay}`).first().waitFor()
  })

  test('the office binds the target to what measures it, suggested first; nobody types the figure', async () => {
    await office.getByRole('button', { name: 'Gắn với chỉ số tự đo' }).click()
    const dialog = office.getByRole('dialog', { name: /tự đo bằng chỉ số nào/ })
    const first = dialog.getByRole('radio').first()
    expect(await first.isChecked()).toBe(true)
    await dialog.getByText('gợi ý').first().waitFor()
    await dialog.getByRole('button', { name: 'Gắn chỉ số này' }).click()
    await office.getByText('Đã gắn chỉ tiêu với chỉ số').waitFor()
    await office.getByRole('link', { name: /^\d+\/91$/ }).waitFor()
  })

  test('the office follows the document, reminds, and takes the papers', async () => {
    await office.goto(address(`/theo-doi?directive=${directive}`))
    await office.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor()
    expect(await accessViolations(office)).toEqual([])
    for (const [label, magic] of [
      ['Word', 'PK'],
      ['PDF', '%PDF'],
    ] as const) {
      await office.getByRole('button', { name: 'Báo cáo theo dõi' }).click()
      const started = office.waitForEvent('download')
      await office.getByRole('menuitem', { name: label }).first().click()
      const bytes = await fileOf(await started)
      expect(bytes.subarray(0, magic.length).toString('latin1')).toBe(magic)
    }
    const row = office.getByRole('row').filter({ hasText: sentence })
    await row.getByRole('checkbox').check()
    await office.getByRole('button', { name: 'Đôn đốc 1 việc' }).click()
    await office.getByRole('dialog', { name: 'Đôn đốc' }).getByRole('button', { name: 'Gửi nhắc' }).click()
    await office.getByText(/^Đã nhắc 1;/).waitFor()
    await office.getByText('Theo cơ quan', { exact: true }).click()
    await office.getByRole('row', { name: /^Sở Y tế/ }).waitFor()
  })

  test('words of a document are found in its text without their accents', async () => {
    await office.goto(address('/tim-kiem'))
    await office.getByRole('textbox', { name: 'Tìm trong toàn văn' }).fill('tram y te luu dong')
    await office.getByText(/văn bản có “tram y te luu dong”/).waitFor()
    await office.locator('mark').first().waitFor()
    expect(await office.locator('mark').first().innerText()).toMatch(/trạm|y|tế|lưu|động/i)
  })
})

/** Says it is done, in a few words and with a photograph. */
async function report(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Báo cáo tiến độ' }).click()
  const dialog = page.getByRole('dialog', { name: 'Báo cáo việc này' })
  await dialog.getByText('Đã hoàn thành', { exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Đã làm được gì' }).fill(text)
  const asked = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Chọn tệp' }).click()
  const bytes = photographedPage(['TRẠM Y TẾ LƯU ĐỘNG']).toBuffer('image/jpeg', 70)
  await (await asked).setFiles({ name: 'tram-y-te.jpg', mimeType: 'image/jpeg', buffer: bytes })
  await dialog.getByRole('button', { name: 'Bỏ tệp tram-y-te.jpg' }).waitFor()
  const send = dialog.getByRole('button', { name: 'Gửi báo cáo' })
  await eventually(() => send.isEnabled()).toBe(true)
  await send.click()
  await dialog.waitFor({ state: 'detached' })
}
