import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'

import type { Browser, Download, Locator, Page } from 'playwright-core'
import { expect, inject } from 'vitest'

import { demoPassword } from '#app/demo/people.ts'
import { type Look, newVisitor } from '#tests/setup/browser.ts'

/** A busy machine needs it; what is wrong shows as soon. In milliseconds. */
const patience = 20_000

/** What people of the journeys do, in their words: roles, labels and sentences of the page, never its classes. */
export const address = (path = '/') => new URL(path, inject('productUrl')).href

/** Opens a fresh browser at the sign-in form. */
export async function visit(browser: Browser, path = '/', look: Look = {}): Promise<Page> {
  const context = await newVisitor(browser, look)
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  await page.goto(address(path))
  return page
}

export async function fillSignIn(page: Page, username: string, password = demoPassword): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
}

/** A fresh browser in which somebody has signed in, at the page they asked for. */
export async function signedIn(browser: Browser, username: string, path = '/', look: Look = {}) {
  const page = await visit(browser, path, look)
  await fillSignIn(page, username)
  await accountButton(page).waitFor()
  return page
}

/** Stands in the header of everybody who is signed in. */
export const accountButton = (page: Page) => page.getByRole('button', { name: /^Tài khoản: / })

/** A number no other document has, also when the same product is used for a second run. */
export const freshNumber = () => randomInt(1000, 100_000)

export interface Paper {
  name: string
  bytes: Buffer
  type: string
}

export const asText = (name: string, text: string): Paper => ({
  name,
  bytes: Buffer.from(text),
  type: 'text/plain',
})

/** One of our own sample directives of Bình Dương under a number of its own. */
export async function ownDirective(file: string, number: string, given: string): Promise<string> {
  const text = await readFile(new URL(`../../src/app/demo/directives/${file}`, import.meta.url), 'utf8')
  expect(text, 'the sample bears the number that is replaced').toContain(number)
  return text.replace(number, given)
}

/** Lets files fall on the place for files, as from a folder window. */
export async function drop(page: Page, papers: readonly Paper[]): Promise<void> {
  const place = page.getByText('Kéo tệp vào đây')
  await place.waitFor()
  const dataTransfer = await page.evaluateHandle(
    `(() => {
      const data = new DataTransfer()
      for (const { name, type, base64 } of ${JSON.stringify(
        papers.map(({ name, type, bytes }) => ({ name, type, base64: bytes.toString('base64') })),
      )}) {
        const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
        data.items.add(new File([bytes], name, { type }))
      }
      return data
    })()`,
  )
  await place.dispatchEvent('dragover', { dataTransfer })
  await page.getByText('Thả ra để thêm').waitFor()
  await page.getByText('Thả ra để thêm').dispatchEvent('drop', { dataTransfer })
}

/** Chooses a file with the button instead. */
export async function choose(page: Page, paper: Paper): Promise<void> {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Chọn tệp' }).click()
  await (await asked).setFiles({ name: paper.name, mimeType: paper.type, buffer: paper.bytes })
}

/** The two sides of the review page. */
export const textOf = (page: Page) => page.getByRole('region', { name: 'Văn bản như đã đọc được' })
export const registerOf = (page: Page) => page.getByRole('region', { name: /^Sổ nhiệm vụ \(/ })
export const cardsOf = (page: Page) => registerOf(page).getByRole('article', { name: /^Nhiệm vụ \d+$/ })
/** The card of the task whose sentence holds these words. */
export const cardWith = (page: Page, words: string | RegExp) => cardsOf(page).filter({ hasText: words })

/** The number of tasks, as the register says it. */
export async function taskCount(page: Page): Promise<number> {
  return Number(/\((\d+)\)/.exec((await registerOf(page).getAttribute('aria-label')) ?? '')?.[1])
}

/** What the page comes to show, with patience for a busy machine. */
export const eventually = <T>(look: () => T) => expect.poll(look, { timeout: patience })

export const expectTasks = (page: Page, count: number) => eventually(() => taskCount(page)).toBe(count)

/** What is called inside the page: the tests are checked without the types of a browser. */
interface InPage {
  getComputedStyle: (element: unknown) => Record<string, string>
}

/** Everything that can be seen of an element but its words and its place. */
export async function appearance(element: Locator): Promise<string> {
  await element.waitFor()
  return element.evaluate((seen) => {
    const style = (globalThis as unknown as InPage).getComputedStyle(seen)
    const shown = ['backgroundColor', 'backgroundImage', 'boxShadow', 'outline', 'borderColor', 'color']
    return shown.map((name) => style[name]).join(' | ')
  })
}

interface Points {
  from: { x: number; y: number }
  to: { x: number; y: number }
}

/** Marks words of the document by dragging the mouse over them. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const { from, to } = await page.evaluate<Points>(`(() => {
    const words = ${JSON.stringify(words)}
    const root = document.querySelector('[aria-label="Văn bản như đã đọc được"]')
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest('button') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
    const nodes = []
    let text = ''
    while (walker.nextNode()) {
      nodes.push([walker.currentNode, text.length])
      text += walker.currentNode.data
    }
    const first = text.indexOf(words)
    if (first < 0) throw new Error('not in the text: ' + words)
    const letter = (at) => {
      const [node, start] = nodes.findLast(([, start]) => start <= at)
      const range = document.createRange()
      range.setStart(node, at - start)
      range.setEnd(node, at - start + 1)
      return range
    }
    letter(first).startContainer.parentElement.scrollIntoView({ block: 'center' })
    const from = letter(first).getBoundingClientRect()
    const to = letter(first + words.length - 1).getBoundingClientRect()
    const y = (box) => (box.top + box.bottom) / 2
    return { from: { x: from.left + 1, y: y(from) }, to: { x: to.right - 1, y: y(to) } }
  })()`)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
}

/** Waits until nothing is left to be saved. */
export async function saved(page: Page): Promise<void> {
  await page.getByText(/^Đã lưu \d\d:\d\d$/).waitFor()
}

export async function fileOf(download: Download): Promise<Buffer> {
  return readFile(await download.path())
}

/** The keyboard's place, as a screen reader would say it. */
export function focusName(page: Page): Promise<string> {
  return page.evaluate(
    `(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')`,
  )
}
