// Every check of the house, in order: formatting, types, walls, dead code, the pages, all tests. The last line counts
// each check and each test once.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { installedChromium } from './chromium.mjs'
import type { Tally } from './tally-reporter.ts'

const root = join(import.meta.dirname, '..')
const bin = (name: string) => join(root, 'node_modules', '.bin', name)
const tallyFile = join(root, 'tests', '.artifacts', 'tally.json')

const checks: { name: string; command: string; args: string[]; needs: string }[] = [
  {
    name: 'prettier',
    command: bin('prettier'),
    args: ['--check', '--log-level', 'warn', '.'],
    needs: '.prettierrc.json',
  },
  ...['domain', 'server', 'web'].map((room) => ({
    name: `tsc ${room}`,
    command: bin('tsc'),
    args: ['-p', `tsconfig.${room}.json`],
    needs: `tsconfig.${room}.json`,
  })),
  { name: 'eslint', command: bin('eslint'), args: ['.', '--max-warnings', '0'], needs: 'eslint.config.js' },
  { name: 'knip', command: bin('knip'), args: ['--no-progress'], needs: 'package.json' },
  { name: 'vite build', command: process.execPath, args: ['scripts/build-web.ts'], needs: 'vite.config.ts' },
]

const environment = {
  ...process.env,
  TZ: 'UTC',
  PHAODAI_TALLY: tallyFile,
  CHROMIUM_PATH: installedChromium() ?? '',
}
const durations: [string, number][] = []
const failed: string[] = []
const skipped: string[] = []
let passed = 0

function run(name: string, command: string, args: string[]): boolean {
  console.log(`\n▸ ${name}`)
  const started = performance.now()
  const done = spawnSync(command, args, {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  durations.push([name, (performance.now() - started) / 1000])
  if (done.error) console.error(done.error.message)
  return done.status === 0
}

for (const { name, command, args, needs } of checks) {
  // A check without its configuration has failed: leaving it out would look like passing.
  if (!existsSync(join(root, needs))) failed.push(`${name}: thiếu ${needs} / ${needs} is missing`)
  else if (run(name, command, args)) passed++
  else failed.push(name)
}

rmSync(tallyFile, { force: true })
const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts', 'tally-reporter.ts')}`]
const vitestOk = run('vitest', bin('vitest'), ['run', ...reporters])
const tally = existsSync(tallyFile) ? (JSON.parse(readFileSync(tallyFile, 'utf8')) as Tally) : undefined
passed += tally?.passed ?? 0
failed.push(...(tally?.failed ?? []))
skipped.push(...(tally?.skipped ?? []))
if (!tally?.passed) failed.push('vitest: không phép thử nào chạy xong / no test was completed')
else if (!vitestOk && tally.failed.length === 0) failed.push('vitest: kết thúc với lỗi / ended with an error')

console.log(
  `\n${durations.map(([name, seconds]) => `${seconds.toFixed(1).padStart(7)} s  ${name}`).join('\n')}`,
)
for (const name of skipped) console.log(`skipped: ${name}`)
for (const name of failed) console.log(`failed: ${name}`)
console.log(`${passed} passed, ${failed.length} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`)
process.exitCode = failed.length > 0 ? 1 : 0
