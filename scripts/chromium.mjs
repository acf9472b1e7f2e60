// The browser that the journeys are tested in: the system's Chromium. `npm test` installs it where it may.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
]
const elsewhere = [
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
// Letters with Vietnamese marks must be drawn, or the screenshots show boxes.
const packages = ['chromium', 'fonts-dejavu-core', 'fonts-noto-core']
const command = `apt-get update && apt-get install -y ${packages.join(' ')}`

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isProgram)

/** The path of a browser that is there now, or undefined. */
export function installedChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) return isProgram(named) ? named : undefined
  return names.map(onPath).find(Boolean) ?? elsewhere.find(isProgram)
}

/** A browser, installed when we may: `{ path }`, or `{ error: [vi, en] }` that names what an administrator must run. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH
  const found = installedChromium()
  if (found) return { path: found }
  if (named) {
    return {
      error: [
        `CHROMIUM_PATH=${named} không phải là một chương trình chạy được.`,
        `CHROMIUM_PATH=${named} is not a program that can be run.`,
      ],
    }
  }
  const apt = onPath('apt-get')
  if (apt && process.getuid?.() === 0) {
    console.log(
      '▸ cài Chromium của hệ thống để thử giao diện / installing the system’s Chromium for the browser tests',
    )
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const run = (args) => spawnSync(apt, args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
    if (run(['update', '-q']) && run(['install', '-y', '-q', '--no-install-recommends', ...packages])) {
      const installed = installedChromium()
      if (installed) return { path: installed }
    }
  }
  const admin = apt
    ? `sudo sh -c '${command}'`
    : 'cài Chromium (hoặc Google Chrome) bằng trình quản lý gói của hệ thống / install Chromium with the system’s package manager'
  return {
    error: [
      `Không thấy Chromium, nên không thử được giao diện. Nhờ quản trị viên chạy: ${admin} — hoặc đặt CHROMIUM_PATH.`,
      `No Chromium was found, so the browser tests cannot run. Ask an administrator to run: ${admin} — or set CHROMIUM_PATH.`,
    ],
  }
}
