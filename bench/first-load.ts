import { launchBrowser } from '../tests/setup/browser.ts'
import { type Figure, median } from './figure.ts'
import { withProduct } from './footprint.ts'

const runs = 5
const slowdown = 4

/** A first visit: script as it travels, and how long until the main control answers on a CPU four times slower. */
export function benchFirstLoad(): Promise<Figure[]> {
  return withProduct(async (_, url) => {
    const browser = await launchBrowser()
    try {
      const visits = []
      for (let i = 0; i < runs; i++) visits.push(await visit(browser, url))
      return [
        {
          name: 'first load, script as it travels',
          value: median(visits.map((v) => v.scriptBytes)) / 1024,
          unit: 'KB',
          most: 400,
        },
        {
          name: `first load, sign-in answers on a ${slowdown}× slower CPU`,
          value: median(visits.map((v) => v.answers)),
          unit: 'ms',
          most: 3000,
        },
      ]
    } finally {
      await browser.close()
    }
  })
}

async function visit(browser: Awaited<ReturnType<typeof launchBrowser>>, url: string) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'vi-VN' })
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await devtools.send('Network.enable')
    const scripts = new Set<string>()
    let scriptBytes = 0
    devtools.on('Network.responseReceived', (e) => void (e.type === 'Script' && scripts.add(e.requestId)))
    devtools.on(
      'Network.loadingFinished',
      (e) => void (scripts.has(e.requestId) && (scriptBytes += e.encodedDataLength)),
    )
    const started = performance.now()
    await page.goto(url)
    const name = page.getByLabel('Tên đăng nhập')
    await name.fill('vanphong.tinhuy')
    if ((await name.inputValue()) !== 'vanphong.tinhuy')
      throw new Error('the sign-in form does not take what is typed')
    return { scriptBytes, answers: performance.now() - started }
  } finally {
    await context.close()
  }
}

if (import.meta.main) console.table(await benchFirstLoad())
