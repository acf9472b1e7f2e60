import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { launchBrowser } from '#tests/setup/browser.ts'
import { accountButton, address, eventually, fillSignIn, freshNumber, signedIn, visit } from './visitor.ts'

/** From the first day of an account to its last: made, entered with the first password, disabled, and written down. */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const username = `le.van.muoi${freshNumber()}`
const person = `Lê Văn Mười ${username.slice(11)}`
const reason = `Chuyển công tác, quyết định ${username.slice(11)}`
const ownPassword = 'mot cau de nho cua rieng toi'
let administrator: Page
let newcomer: Page
let firstPassword = ''

test('the administrator makes an account for a person in an office', async () => {
  administrator = await signedIn(browser, 'quantri', '/quan-tri/tai-khoan')
  await administrator.getByRole('button', { name: 'Lập tài khoản' }).first().click()
  const form = administrator.getByRole('dialog', { name: 'Lập tài khoản' })
  await form.getByLabel('Họ và tên').fill(person)
  await form.getByLabel('Tên đăng nhập').fill(username)
  await form.getByRole('textbox', { name: 'Cơ quan, đơn vị' }).fill('so y te')
  await administrator
    .getByRole('option', { name: /^Sở Y tế/ })
    .first()
    .click()
  await form.getByRole('combobox', { name: 'Vai trò' }).click()
  await administrator.getByRole('option', { name: /^Chuyên viên cơ quan/ }).click()
  expect(await form.getByLabel('Tên chức danh').inputValue()).toMatch(/^Chuyên viên Sở Y tế/)
  await form.getByRole('button', { name: 'Lập tài khoản' }).click()
  await form.getByText('Đã lập tài khoản').waitFor()
  firstPassword = await form.getByRole('definition').nth(1).innerText()
  expect(firstPassword.length).toBeGreaterThan(11)
  await form.getByRole('button', { name: 'Tôi đã giao mật khẩu' }).click()
  await administrator.getByText(username).first().waitFor()
})

test('the newcomer enters with the first password and has to set another before anything else', async () => {
  newcomer = await visit(browser)
  await fillSignIn(newcomer, username, firstPassword)
  const dialog = newcomer.getByRole('dialog', { name: 'Đặt mật khẩu của riêng anh chị' })
  await dialog.waitFor()
  await newcomer.keyboard.press('Escape')
  expect(await dialog.isVisible()).toBe(true)

  await dialog.getByLabel('Mật khẩu hiện tại').fill(firstPassword)
  await dialog.getByLabel('Mật khẩu mới', { exact: true }).fill('ngan')
  await dialog.getByLabel('Nhập lại mật khẩu mới').fill('ngan')
  await dialog.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await eventually(() =>
    dialog.getByLabel('Mật khẩu mới', { exact: true }).getAttribute('aria-invalid'),
  ).toBe('true')

  await dialog.getByLabel('Mật khẩu mới', { exact: true }).fill(ownPassword)
  await dialog.getByLabel('Nhập lại mật khẩu mới').fill(ownPassword)
  await dialog.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  await dialog.waitFor({ state: 'detached' })
  await newcomer.goto(address('/hop-thu'))
  await newcomer.getByRole('heading', { level: 1, name: 'Hộp thư nhiệm vụ' }).waitFor()
})

test('the first password opens nothing any more', async () => {
  const other = await visit(browser)
  await fillSignIn(other, username, firstPassword)
  await other.getByRole('alert').filter({ hasText: 'Không đúng tên đăng nhập, mật khẩu' }).waitFor()
  await other.context().close()
})

test('disabled, the person is out at once and does not come in again', async () => {
  await administrator.goto(address(`/quan-tri/tai-khoan/${username}`))
  await administrator.getByRole('heading', { level: 1, name: person }).waitFor()
  await administrator.getByRole('button', { name: 'Khóa tài khoản' }).click()
  const dialog = administrator.getByRole('dialog', { name: `Khóa tài khoản của ${person}` })
  await dialog.getByRole('button', { name: 'Khóa tài khoản' }).click()
  await eventually(() => dialog.getByLabel('Lý do').getAttribute('aria-invalid')).toBe('true')
  await dialog.getByLabel('Lý do').fill(reason)
  await dialog.getByRole('button', { name: 'Khóa tài khoản' }).click()
  await administrator.getByText(`Đã khóa tài khoản của ${person}.`).waitFor()

  await newcomer.getByRole('link', { name: 'Văn bản', exact: true }).click()
  await newcomer.getByRole('dialog', { name: 'Phiên làm việc đã hết' }).waitFor()
  await newcomer.goto(address('/hop-thu'))
  await fillSignIn(newcomer, username, ownPassword)
  await newcomer.getByRole('alert').filter({ hasText: 'Không đúng tên đăng nhập, mật khẩu' }).waitFor()
  expect(await accountButton(newcomer).count()).toBe(0)
})

test('the auditor reads in the log who did it, to whom and why', async () => {
  const auditor = await signedIn(browser, 'thanhtra', '/quan-tri/nhat-ky')
  const made = auditor.getByRole('listitem').filter({ hasText: `Lập tài khoản ${username}` })
  const disabled = auditor.getByRole('listitem').filter({ hasText: `Khóa tài khoản ${username}` })
  await disabled.waitFor()
  expect(await disabled.innerText()).toContain('Bùi Anh Khoa')
  expect(await disabled.innerText()).toContain(reason)
  expect(await disabled.innerText()).toMatch(/phiên kết thúc/)
  expect(await made.innerText()).toContain('Bùi Anh Khoa')
  expect(await auditor.getByText(firstPassword).count()).toBe(0)
  expect(await auditor.getByText(ownPassword).count()).toBe(0)
})

test('those who administer nothing find neither accounts nor log', async () => {
  const clerk = await signedIn(browser, 'canbo.laithieu', '/quan-tri/tai-khoan')
  await clerk.getByText('Chức danh này không dùng trang này').waitFor()
  await clerk.goto(address('/quan-tri/nhat-ky'))
  await clerk.getByText('Chức danh này không dùng trang này').waitFor()
  const refused = await clerk.request.get(address('/api/accounts'))
  expect(refused.status()).toBe(403)
})
