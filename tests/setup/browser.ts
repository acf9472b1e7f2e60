import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Where Debian, Ubuntu, Fedora, Chrome's own packages and Homebrew put the system's browser. */
const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The Chromium of this machine (or `CHROMIUM_PATH`). Throws with what an administrator must run when there is none. */
export function findChromium(): string {
  const found = [process.env.CHROMIUM_PATH, ...places].find((path) => path && existsSync(path))
  if (found) return found
  throw new Error(
    'The browser tests need a Chromium and none was found. An administrator can install it with:\n' +
      '  apt-get install -y chromium      (Debian, Ubuntu)\n' +
      '  dnf install -y chromium          (Fedora)\n' +
      'or set CHROMIUM_PATH to the program file of a Chromium or Chrome.',
  )
}

/** Software WebGL is on, so that maps are drawn in the tests too. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--enable-unsafe-swiftshader',
    ],
  })
}

export const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
  wall: { width: 1920, height: 1080 },
} as const

export interface Look {
  size?: keyof typeof sizes
  scheme?: 'light' | 'dark'
  language?: 'vi' | 'en'
  /** Lets the app settle on the device; the other journeys are spared its downloads. */
  installs?: boolean
}

/** A fresh person at a fresh browser: nothing stored, no session. */
export async function newVisitor(browser: Browser, look: Look = {}): Promise<BrowserContext> {
  const { size = 'desktop', scheme = 'light', language = 'vi', installs = false } = look
  const context = await browser.newContext({
    viewport: sizes[size],
    colorScheme: scheme,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
    serviceWorkers: installs ? 'allow' : 'block',
    ...(size === 'phone' && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
  })
  if (language !== 'vi') {
    await context.addInitScript(`localStorage.setItem('phaodai.language', '${language}')`)
  }
  return context
}

export interface AccessViolation {
  id: string
  impact: string
  help: string
  /** The elements, as CSS selectors with axe's explanation. */
  nodes: string[]
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Runs axe-core (WCAG 2.0, 2.1 and 2.2, A and AA, and its best practices) over the page as it stands.
 * `region` is off: lists and menus that float are put at the end of the document, outside every landmark.
 */
export async function accessViolations(page: Page): Promise<AccessViolation[]> {
  await page.evaluate(axeSource)
  const found = await page.evaluate(`axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { region: { enabled: false } },
    resultTypes: ['violations'],
  }).then(({ violations }) => violations.map((v) => ({
    id: v.id,
    impact: v.impact ?? 'unknown',
    help: v.help,
    nodes: v.nodes.map((n) => n.target.join(' ') + ': ' + (n.failureSummary ?? '')),
  })))`)
  return found as AccessViolation[]
}
