import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { accessViolations, launchBrowser, type Look, newVisitor } from '#tests/setup/browser.ts'
import { call } from './http.ts'
import {
  accountButton,
  address,
  eventually,
  fillSignIn,
  focusName,
  signedIn,
  textOf,
  visit,
} from './visitor.ts'

/** What holds on every page: the door, the languages, the colours, the keyboard, the phone, and that anybody can use it. */
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('the door', () => {
  test('says the same to a wrong name and a wrong password, and lets nobody in', async () => {
    const page = await visit(browser, '/van-ban')
    for (const [username, password] of [
      ['khong.co.ai', 'phao-dai-2021'],
      ['chutich.thuanan', 'phao-dai-2022'],
    ] as const) {
      await fillSignIn(page, username, password)
      await page
        .getByRole('alert')
        .filter({ hasText: 'Không đúng tên đăng nhập, mật khẩu hoặc mã xác thực.' })
        .waitFor()
      expect(await accountButton(page).count()).toBe(0)
      await page.reload()
    }
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    await eventually(() => page.getByLabel('Tên đăng nhập').getAttribute('aria-invalid')).toBe('true')
    expect((await page.request.get(address('/api/directives'))).status()).toBe(401)
    await page.context().close()
  })

  test('opens at the page that was asked for, and closes behind the person', async () => {
    const page = await signedIn(browser, 'soyte', '/hop-thu')
    await page.getByRole('heading', { level: 1, name: 'Hộp thư nhiệm vụ' }).waitFor()
    await accountButton(page).click()
    await page.getByRole('menuitem', { name: 'Đăng xuất' }).click()
    await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor()
    await page.goto(address('/hop-thu'))
    await page.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor()
    await page.context().close()
  })
})

describe('the frame', () => {
  let page: Page
  beforeAll(async () => {
    page = await signedIn(browser, 'vanphong.ubnd')
  })
  afterAll(() => page.context().close())

  test('speaks English by one button, remembers it, and comes back', async () => {
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('vi')
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe('en')
    await page.getByRole('button', { name: 'Tiếng Việt' }).click()
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
  })

  test('turns dark by choice and stays dark', async () => {
    const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
    const light = await paper()
    const choose = async (name: string) => {
      await page.getByRole('button', { name: 'Giao diện sáng hay tối' }).click()
      await page.getByRole('menuitemradio', { name }).click()
    }
    await choose('Tối')
    await eventually(paper).not.toBe(light)
    const dark = await paper()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()
    expect(await paper()).toBe(dark)
    await choose('Theo máy')
    await eventually(paper).toBe(light)
  })

  test('finds a page by Ctrl+K, without accents', async () => {
    await page.keyboard.press('Control+k')
    const palette = page.getByRole('dialog', { name: 'Tìm và đi tới' })
    await palette.getByRole('combobox').fill('don vi hanh')
    // Pages come first, records behind them.
    expect(await palette.getByRole('option').first().innerText()).toContain('Đơn vị hành chính')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/don-vi')

    await page.keyboard.press('Control+k')
    await palette.getByRole('combobox').fill('xqzw')
    await eventually(() => palette.getByRole('option').allInnerTexts()).toEqual([
      expect.stringContaining('Tìm “xqzw” trong toàn văn'),
    ])
    await page.keyboard.press('Escape')
    await palette.waitFor({ state: 'detached' })
  })
})

test('from the door to a task of the inbox with the keyboard alone', async () => {
  const page = await visit(browser)
  await eventually(() => page.evaluate('document.activeElement?.name')).toBe('username')
  await page.keyboard.type('soyte')
  await page.keyboard.press('Tab')
  await page.keyboard.type('phao-dai-2021')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Việc của tôi' }).waitFor()

  await page.evaluate('document.activeElement?.blur()')
  await page.keyboard.press('Tab')
  expect(await focusName(page)).toBe('Đến nội dung chính')
  await tabTo(page, /^Hộp thư nhiệm vụ$/)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Hộp thư nhiệm vụ' }).waitFor()
  await page.getByRole('row').nth(1).waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.locator('mark').waitFor()
  await page.context().close()
})

async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 40; i++) {
    if (name.test((await focusName(page)).trim())) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not come to ${name}`)
}

test('on a phone the pages are under the thumb', async () => {
  const page = await signedIn(browser, 'vanphong.ubnd', '/', { size: 'phone' })
  const bar = page.getByRole('navigation', { name: 'Các trang hay dùng' })
  await bar.getByRole('link', { name: 'Hộp thư nhiệm vụ' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hộp thư nhiệm vụ' }).waitFor()
  await bar.getByRole('button', { name: 'Thêm' }).click()
  const sheet = page.getByRole('dialog', { name: 'Các trang' })
  await sheet.getByRole('link', { name: 'Cơ quan' }).click()
  await sheet.waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/co-quan')
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  await page.context().close()
})

describe('every page can be used by anybody (axe, WCAG 2.2 AA)', () => {
  // Both layouts and both sets of colours; crossing them again finds nothing new and costs minutes.
  const looks: Required<Pick<Look, 'size' | 'scheme'>>[] = [
    { size: 'desktop', scheme: 'light' },
    { size: 'phone', scheme: 'dark' },
  ]
  const people = {
    clerk: 'vanphong.ubnd',
    health: 'soyte',
    duty: 'tructruong.chihuy',
    enterprise: 'minhphat',
    administrator: 'quantri',
    auditor: 'thanhtra',
  } as const
  type Role = keyof typeof people
  const doors = {} as Record<Role, SavedSession>
  let paths: ReadonlyArray<[Role, string]>

  beforeAll(async () => {
    const pages = {} as Record<Role, Page>
    for (const role of Object.keys(people) as Role[]) {
      pages[role] = await signedIn(browser, people[role])
      doors[role] = await pages[role].context().storageState()
    }
    const { clerk, health, duty, enterprise } = pages
    const firstLink = async (page: Page, path: string) => {
      await page.goto(address(path))
      return (await page.getByRole('row').nth(1).getByRole('link').first().getAttribute('href'))!
    }
    const firstId = async (page: Page, path: string) => {
      const [row] = (await call(page, 'GET', path)).body.rows as { id?: string; bodyId?: string }[]
      return row!.id ?? row!.bodyId!
    }
    const task = await firstLink(health, '/hop-thu')
    const group = randomUUID()
    const content = { name: 'Tổ an toàn chuyền 1', enterprise: 'Minh Phát', leader: 'Công', members: 4 }
    const unitId = 'vn-2021:25966'
    await call(enterprise, 'POST', '/api/health-network/own', {
      id: group,
      kind: 'safety-group',
      unitId,
      fromDay: '2021-10-16',
      content,
    })
    paths = [
      ['clerk', '/'],
      ['clerk', '/chi-huy'],
      ['clerk', '/hop-thu'],
      ['clerk', '/van-ban'],
      ['clerk', await firstLink(clerk, '/van-ban')],
      ['clerk', task],
      ['clerk', '/theo-doi?state=all'],
      ['clerk', '/tim-kiem?q=y te'],
      ['clerk', '/chi-so'],
      ['clerk', '/chi-so/communes-with-mobile-station'],
      ['clerk', '/ban-chi-dao'],
      ['clerk', `/ban-chi-dao/${await firstId(clerk, '/api/command/committees')}`],
      ['clerk', '/thong-bao'],
      ['clerk', '/hang-cho'],
      ['clerk', '/don-vi'],
      ['clerk', '/don-vi/vn-2021:25966'],
      ['clerk', '/co-quan'],
      ['clerk', await firstLink(clerk, '/co-quan')],
      ['health', '/y-te-co-so'],
      ['health', '/y-te-co-so/moi?kind=mobile-station'],
      ['health', '/y-te-co-so/nhap'],
      ['health', `/y-te-co-so/${await firstId(health, '/api/health-network/records?kind=mobile-station')}`],
      ['duty', '/truc-ban'],
      ['duty', `/truc-ban/${await firstId(duty, '/api/incidents')}`],
      ['duty', '/bao-tin'],
      ['duty', '/lich-truc'],
      ['duty', '/so-truc'],
      ['enterprise', '/to-an-toan'],
      ['enterprise', '/to-an-toan/moi'],
      ['enterprise', `/to-an-toan/${group}`],
      ['administrator', '/quan-tri/tai-khoan'],
      ['administrator', '/quan-tri/tai-khoan/soyte'],
      ['auditor', '/quan-tri/nhat-ky'],
      ['clerk', '/account'],
      ['clerk', '/account/lich'],
      ['clerk', '/kit'],
      ['clerk', '/khong-co-trang-nay'],
      ['clerk', '/quan-tri/nhat-ky'],
    ]
    for (const page of Object.values(pages)) await page.context().close()
  })

  test('none is forgotten', () => {
    const routes = readFileSync(new URL('../../src/app/web/routes.tsx', import.meta.url), 'utf8')
    const patterns = [...routes.matchAll(/\bpath: '([^']+)'/g)].map((match) => match[1]!)
    expect(patterns.length).toBeGreaterThan(10)
    const forgotten = patterns.filter((pattern) => !paths.some(([, path]) => leadsTo(path, pattern)))
    expect(forgotten).toEqual([])
  })

  test.each(looks)('$size, $scheme', async (look) => {
    const found: Record<string, unknown> = {}
    const door = await newVisitor(browser, look)
    const entrance = await door.newPage()
    await entrance.goto(address())
    await entrance.getByRole('heading', { level: 1, name: 'Đăng nhập' }).waitFor()
    await judge(entrance, 'the door', found)
    await door.close()

    for (const who of Object.keys(people) as Role[]) {
      const context = await newVisitor(browser, look)
      await context.addCookies(doors[who].cookies)
      const page = await context.newPage()
      for (const [, path] of paths.filter(([role]) => role === who)) {
        await page.goto(address(path))
        await settled(page)
        await judge(page, `${who} at ${path}`, found)
      }
      await context.close()
    }
    expect(found).toEqual({})
  })

  test('and so is what opens over them', async () => {
    const found: Record<string, unknown> = {}
    const page = await signedIn(browser, 'vanphong.tinhuy', '/van-ban?box=own&state=draft')
    await page.getByRole('row').nth(1).getByRole('link').first().click()
    await textOf(page).waitFor()
    await page.keyboard.press('n')
    await judge(page, 'a doubt in hand', found)
    await page.keyboard.press('e')
    await page.getByRole('dialog').waitFor()
    await judge(page, 'an editor', found)
    await page.keyboard.press('Escape')
    for (const [open, name] of [
      ['Lịch sử sửa', 'Lịch sử sửa'],
      ['Phát hành', 'Phát hành văn bản'],
    ] as const) {
      await page.getByRole('button', { name: open, exact: true }).click()
      await page.getByRole('dialog', { name }).waitFor()
      await settled(page)
      await judge(page, name, found)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name }).waitFor({ state: 'detached' })
    }
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await judge(page, 'Ctrl+K', found)
    await page.context().close()
    expect(found).toEqual({})
  })
})

/** "/van-ban/4f…" leads to the page of "/van-ban/$id". */
function leadsTo(path: string, pattern: string): boolean {
  const [given, wanted] = [path.split('?')[0]!.split('/'), pattern.split('/')]
  return (
    given.length === wanted.length && wanted.every((part, i) => part.startsWith('$') || part === given[i])
  )
}

type SavedSession = Awaited<ReturnType<BrowserContext['storageState']>>

/** The page has its heading and nothing on it says that it is still coming; the kit shows that state for ever. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).or(page.getByRole('dialog')).first().waitFor()
  const waiting = new URL(page.url()).pathname === '/kit' ? 1 : 0
  await eventually(() => page.locator('[aria-busy="true"]').count()).toBe(waiting)
}

async function judge(page: Page, where: string, found: Record<string, unknown>): Promise<void> {
  const violations = await accessViolations(page)
  if (violations.length > 0)
    found[where] = violations.map(({ id, nodes }) => ({ id, nodes: nodes.slice(0, 3) }))
}
