// No regular expression of the product may take more than linear time on any text: a directive, a file name or a search box is
// written by others. Every literal and every `new RegExp(` in src is judged by recheck; anything but "safe" fails, and so does
// the v flag, which recheck cannot judge. Judging takes a minute, so verdicts are kept by pattern in node_modules/.cache.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

import { checkSync } from 'recheck'
import ts from 'typescript'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const cacheFile = join(root, 'node_modules/.cache/regex-safety.json')

interface Found {
  where: string
  source: string
  flags: string
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(path)
    return /\.[cm]?tsx?$/.test(entry.name) && !/\.(?:test|tmp)\.tsx?$/.test(entry.name) ? [path] : []
  })
}

/** Text of an expression that is known without running it: strings and templates of nothing but strings. */
function constant(node: ts.Expression | undefined): string | null {
  if (!node) return ''
  if (ts.isStringLiteralLike(node)) return node.text
  return null
}

function expressionsOf(path: string): { found: Found[]; unknown: string[] } {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: Found[] = []
  const unknown: string[] = []
  const visit = (node: ts.Node): void => {
    const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
    const where = `${relative(root, path)}:${line}`
    if (ts.isRegularExpressionLiteral(node)) {
      const cut = node.text.lastIndexOf('/')
      found.push({ where, source: node.text.slice(1, cut), flags: node.text.slice(cut + 1) })
    }
    const made = ts.isNewExpression(node) || ts.isCallExpression(node)
    if (made && ts.isIdentifier(node.expression) && node.expression.text === 'RegExp') {
      const source = constant(node.arguments?.[0])
      const flags = constant(node.arguments?.[1])
      if (source === null || flags === null) unknown.push(`${where}: ${node.getText(file).slice(0, 120)}`)
      else found.push({ where, source, flags })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return { found, unknown }
}

function readCache(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(cacheFile, 'utf8')) as Record<string, string>
  } catch {
    return {}
  }
}

function judge(found: readonly Found[]): string[] {
  const cache = readCache()
  const bad: string[] = []
  for (const { where, source, flags } of found) {
    if (flags.includes('v')) {
      bad.push(`${where}: flag v: /${source}/${flags}`)
      continue
    }
    const key = `/${source}/${flags}`
    const status = cache[key] ?? checkSync(source, flags, { timeout: 30_000 }).status
    // Only sure verdicts are kept: a time-out on a busy machine is tried again.
    if (status !== 'unknown') cache[key] = status
    if (status !== 'safe') bad.push(`${where}: ${status}: ${key}`)
  }
  mkdirSync(join(cacheFile, '..'), { recursive: true })
  writeFileSync(cacheFile, JSON.stringify(cache))
  return bad
}

test('the judge tells a dangerous expression from a safe one', () => {
  expect(checkSync('^(a+)+$', '').status).toBe('vulnerable')
  expect(checkSync('^[a-z]+$', 'u').status).toBe('safe')
})

test('every regular expression in src is safe', { timeout: 900_000 }, () => {
  const files = sourceFiles(join(root, 'src')).map(expressionsOf)
  const found = files.flatMap((file) => file.found)
  expect(found.length).toBeGreaterThan(50)
  const unknown = files.flatMap((file) => file.unknown.map((where) => `${where}: put together at run time`))
  expect([...unknown, ...judge(found)]).toEqual([])
})
