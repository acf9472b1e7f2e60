import type { Browser, BrowserContext, Page } from 'playwright-core'

import { demoPassword } from '../src/app/demo/people.ts'
import { launchBrowser, sizes } from '../tests/setup/browser.ts'
import { type Figure, median } from './figure.ts'
import { withProduct } from './footprint.ts'

const runs = 5
const slowdown = 4
/** After the page stands, what it still fetches by itself belongs to the first load. In milliseconds. */
const settles = 3_000
const patience = 60_000

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

interface Place {
  name: string
  path: string
  cookies: Cookies
  size: keyof typeof sizes
  /** Uses the page's main control and waits for what it does. */
  answers: (page: Page) => Promise<void>
}

/** A first visit to each of the main pages: script as it travels, and how long until the main control answers. */
export function benchFirstLoad(): Promise<Figure[]> {
  return withProduct(async (_, url) => {
    const browser = await launchBrowser()
    try {
      const figures: Figure[] = []
      for (const place of await placesOf(browser, url)) {
        const bytes = await scriptOf(browser, url, place)
        const times = []
        for (let i = 0; i < runs; i++) times.push(await answerOf(browser, url, place))
        figures.push(
          {
            name: `first load, ${place.name}: script as it travels`,
            value: bytes / 1024,
            unit: 'KB',
            most: 400,
          },
          {
            name: `first load, ${place.name}: answers on a ${slowdown}× slower CPU`,
            value: median(times),
            unit: 'ms',
            most: 3000,
          },
        )
      }
      return figures
    } finally {
      await browser.close()
    }
  })
}

async function placesOf(browser: Browser, url: string): Promise<Place[]> {
  const clerk = await signIn(browser, url, 'vanphong.tinhuy')
  const chief = await signIn(browser, url, 'tructruong.chihuy')
  const place = (
    name: string,
    path: string,
    cookies: Cookies,
    size: Place['size'],
    answers: Place['answers'],
  ) => ({ name, path, cookies, size, answers })
  return [
    place('sign-in', '/', [], 'phone', async (page) => {
      const name = page.getByLabel('Tên đăng nhập')
      await name.fill('vanphong.tinhuy')
      if ((await name.inputValue()) !== 'vanphong.tinhuy')
        throw new Error('the sign-in form does not take what is typed')
    }),
    place('home', '/', clerk, 'phone', async (page) => {
      await page.locator('main li a').first().click()
      await page.waitForURL(/\/(nhiem-vu|van-ban)\//)
    }),
    place('inbox', '/hop-thu', clerk, 'phone', async (page) => {
      await page
        .getByText(/^Quá hạn/)
        .first()
        .click()
      await page.waitForURL(/due=overdue/)
    }),
    place('review', await draftOf(browser, url, clerk), clerk, 'desktop', async (page) => {
      await page.getByRole('button', { name: 'Chỗ cần xem tiếp theo' }).click()
      await page.locator('article[data-active]').first().waitFor()
    }),
    place('follow-up', '/theo-doi', clerk, 'desktop', async (page) => {
      await page.getByRole('button', { name: /^\d+ Trong hạn$/ }).click()
      await page.waitForURL(/state=not-yet-due/)
    }),
    place('Command’s screen', '/chi-huy', chief, 'desktop', async (page) => {
      await page.getByRole('button', { name: 'Màn hình tường' }).click()
      await page.getByRole('button', { name: 'Thoát (Esc)' }).waitFor()
    }),
  ]
}

/** The path of the demo's draft, which waits for its review. */
async function draftOf(browser: Browser, url: string, cookies: Cookies): Promise<string> {
  const context = await browser.newContext()
  await context.addCookies(cookies)
  const answer = await context.request.get(new URL('/api/directives?box=own&state=draft&limit=1', url).href)
  const { rows } = (await answer.json()) as { rows: Array<{ id: string }> }
  await context.close()
  if (!rows[0]) throw new Error('the demo has no draft to review')
  return `/van-ban/${rows[0].id}`
}

async function signIn(browser: Browser, url: string, username: string): Promise<Cookies> {
  const context = await browser.newContext({ locale: 'vi-VN' })
  const page = await context.newPage()
  await page.goto(url)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
  await page.getByRole('button', { name: /^Tài khoản: / }).waitFor()
  const cookies = await context.cookies()
  await context.close()
  return cookies
}

/** A browser that has never been here, but for who is signed in. */
async function visiting<T>(
  browser: Browser,
  { size, cookies }: Place,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: sizes[size], locale: 'vi-VN' })
  try {
    await context.addCookies(cookies)
    const page = await context.newPage()
    page.setDefaultTimeout(patience)
    return await work(page)
  } finally {
    await context.close()
  }
}

function scriptOf(browser: Browser, url: string, place: Place): Promise<number> {
  return visiting(browser, place, async (page) => {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Network.enable')
    const scripts = new Set<string>()
    let bytes = 0
    devtools.on('Network.responseReceived', (e) => void (e.type === 'Script' && scripts.add(e.requestId)))
    devtools.on(
      'Network.loadingFinished',
      (e) => void (scripts.has(e.requestId) && (bytes += e.encodedDataLength)),
    )
    await page.goto(new URL(place.path, url).href)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForTimeout(settles)
    return bytes
  })
}

function answerOf(browser: Browser, url: string, place: Place): Promise<number> {
  return visiting(browser, place, async (page) => {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    const started = performance.now()
    await page.goto(new URL(place.path, url).href)
    await place.answers(page)
    return performance.now() - started
  })
}

if (import.meta.main) console.table(await benchFirstLoad())
