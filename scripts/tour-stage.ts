import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import type { TestProject } from 'vitest/node'

import { launchBrowser, type Look, newVisitor } from '../tests/setup/browser.ts'
import startProduct from '../tests/setup/product.ts'

const folder = join(import.meta.dirname, '..', 'docs', 'tour')

export interface Tour {
  /** A fresh browser at the sign-in form. */
  door(): Promise<Page>
  /** A fresh browser in which a person of the demo has signed in. */
  enter(username: string, path: string, look?: Look): Promise<Page>
  picture(page: Page, name: string): Promise<void>
}

/** Plays a story on a product of its own, freshly started, with the demo province, and takes pictures of it. */
export async function onTour(play: (tour: Tour) => Promise<void>): Promise<void> {
  mkdirSync(folder, { recursive: true })
  let url = ''
  const stop = await startProduct({
    provide: (_: string, given: string) => (url = given),
  } as unknown as TestProject)
  const browser = await launchBrowser()
  const open = async (path: string, look: Look = {}) => {
    const page = await (await newVisitor(browser, look)).newPage()
    await page.goto(new URL(path, url).href)
    return page
  }
  try {
    await play({
      door: () => open('/'),
      enter: async (username, path, look) => {
        const page = await open(path, look)
        await page.getByRole('button', { name: new RegExp(`${username}(?![0-9])`) }).click()
        await page.getByRole('button', { name: /^Tài khoản: / }).waitFor()
        return page
      },
      picture,
    })
  } finally {
    await browser.close()
    await stop()
  }
}

/** What is still on its way (fonts, a list, a fading notice) would be in the picture. */
async function picture(page: Page, name: string): Promise<void> {
  await page.evaluate('document.fonts.ready')
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  await page.waitForTimeout(400)
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 50 })
  console.log(name)
}
