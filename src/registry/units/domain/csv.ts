/**
 * Tables as people save them: RFC 4180 with quotes, a byte order mark or none, CRLF or LF, comma, semicolon or tab
 * (spreadsheets set to Vietnamese write semicolons). Each row knows the line it began on, for the error report.
 */
export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

export type CsvResult =
  { ok: true; rows: CsvRow[] } | { ok: false; line: number; found: string; expected: string }

export function parseCsv(text: string): CsvResult {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  const separator = separatorOf(body)
  const rows: CsvRow[] = []
  let cells: string[] = []
  let line = 1
  let rowLine = 1
  let at = 0
  while (at < body.length) {
    const cell = body[at] === '"' ? quotedCell(body, at) : plainCell(body, at, separator)
    if (cell === undefined)
      return { ok: false, line, found: 'một ô mở ngoặc kép mà không đóng', expected: 'dấu " kết thúc ô' }
    cells.push(cell.value)
    line += cell.lines
    at = cell.end
    const next = body[at]
    if (next === separator) {
      at += 1
      if (at === body.length) cells.push('')
      continue
    }
    if (next !== undefined && next !== '\n' && next !== '\r') {
      return {
        ok: false,
        line,
        found: `"${next}" sau dấu ngoặc kép`,
        expected: `"${separator}" hoặc hết dòng`,
      }
    }
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: rowLine, cells })
    cells = []
    at += next === '\r' && body[at + 1] === '\n' ? 2 : 1
    line += 1
    rowLine = line
  }
  if (cells.length > 0) rows.push({ line: rowLine, cells })
  return { ok: true, rows }
}

function separatorOf(body: string): string {
  const firstLine = body.slice(0, body.search(/[\r\n]|$/))
  const counts = [',', ';', '\t'].map((s) => ({ s, n: firstLine.split(s).length }))
  return counts.reduce((best, c) => (c.n > best.n ? c : best)).s
}

function plainCell(body: string, start: number, separator: string) {
  let end = start
  while (end < body.length && body[end] !== separator && body[end] !== '\n' && body[end] !== '\r') end += 1
  return { value: body.slice(start, end).trim(), end, lines: 0 }
}

function quotedCell(body: string, start: number) {
  let value = ''
  let from = start + 1
  for (;;) {
    const quote = body.indexOf('"', from)
    if (quote < 0) return undefined
    value += body.slice(from, quote)
    if (body[quote + 1] !== '"') {
      return { value: value.trim(), end: quote + 1, lines: value.split('\n').length - 1 }
    }
    value += '"'
    from = quote + 2
  }
}

/** What was wrong with one cell of an imported file. Every import of the product reports in this shape. */
export interface RowError {
  line: number
  column: string
  found: string
  expected: string
}

export interface CsvTable {
  readonly columns: readonly string[]
  readonly rows: ReadonlyArray<{ line: number; get: (column: string) => string }>
  readonly errors: readonly RowError[]
}

/**
 * A table with a header. Unknown columns are errors, not silently dropped: a misspelt column would lose its data.
 * `names` gives for each column the headers it is known by, the first being its own.
 */
export function readTable(
  text: string,
  names: Record<string, readonly string[]>,
  required: readonly string[],
): CsvTable {
  const parsed = parseCsv(text)
  if (!parsed.ok) return { columns: [], rows: [], errors: [{ ...parsed, column: '' }] }
  const [head, ...body] = parsed.rows
  if (!head)
    return {
      columns: [],
      rows: [],
      errors: [{ line: 1, column: '', found: 'tệp rỗng', expected: 'một dòng tiêu đề' }],
    }

  const columns = head.cells.map((cell) => columnNamed(cell, names) ?? '')
  const errors: RowError[] = []
  head.cells.forEach((cell, i) => {
    if (!columns[i])
      errors.push({
        line: head.line,
        column: cell,
        found: cell || 'ô trống',
        expected: `một trong: ${Object.keys(names).join(', ')}`,
      })
    else if (columns.indexOf(columns[i]) < i)
      errors.push({ line: head.line, column: cell, found: 'cột lặp lại', expected: 'mỗi cột một lần' })
  })
  for (const column of required) {
    if (!columns.includes(column))
      errors.push({ line: head.line, column, found: 'không có cột này', expected: `cột ${column}` })
  }
  for (const row of body) {
    if (row.cells.length !== columns.length) {
      errors.push({
        line: row.line,
        column: '',
        found: `${row.cells.length} ô`,
        expected: `${columns.length} ô như dòng tiêu đề`,
      })
    }
  }
  const rows = body.map((row) => ({
    line: row.line,
    get: (column: string) => row.cells[columns.indexOf(column)] ?? '',
  }))
  return { columns, rows, errors }
}

function columnNamed(header: string, names: Record<string, readonly string[]>): string | undefined {
  const wanted = header.normalize('NFC').toLowerCase()
  return Object.keys(names).find((name) => name === wanted || names[name]?.includes(wanted))
}
