/** The first bytes of what is taken in, with the kind they tell. Anything else is refused: the list is of what is known. */
const known: readonly { at: number; bytes: string; mediaType: string }[] = [
  { at: 0, bytes: '89504e47', mediaType: 'image/png' },
  { at: 0, bytes: 'ffd8ff', mediaType: 'image/jpeg' },
  { at: 8, bytes: '57454250', mediaType: 'image/webp' },
  { at: 0, bytes: '25504446', mediaType: 'application/pdf' },
  { at: 4, bytes: '66747970', mediaType: 'video/mp4' }, // also HEIC photos and M4A recordings of phones
  { at: 0, bytes: '494433', mediaType: 'audio/mpeg' },
  { at: 0, bytes: '4f676753', mediaType: 'audio/ogg' },
  { at: 0, bytes: '1a45dfa3', mediaType: 'video/webm' },
]
const officeNames = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
] as const

/** Undefined for what is not taken in: programs, scripts, pages, archives, pictures that carry code, unknown things. */
export function kindOfAttachment(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return undefined
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  const match = known.find((k) => head.slice(k.at * 2).startsWith(k.bytes))
  if (match) return match.mediaType
  if (head.startsWith('504b0304')) return officeKind(bytes)
  return textKind(bytes)
}

/** A Word or Excel file is an archive that says so, and has no macros. */
function officeKind(bytes: Uint8Array): string | undefined {
  const names = Buffer.from(bytes).toString('latin1')
  if (!names.includes('[Content_Types].xml') || names.includes('vbaProject')) return undefined
  return officeNames.find(([folder]) => names.includes(folder))?.[1]
}

/** Looked for without blanks, which a browser leaves out of a link; letters written as numbers hide such words. */
const activeMarks = [
  '<script',
  '<foreignobject',
  '<iframe',
  '<object',
  '<embed',
  'javascript:',
  'data:text',
  '<!entity',
  '<?xml-stylesheet',
  '&#',
  '&colon;',
  '&tab;',
  '&newline;',
]
const handler = /[\s"'/]on[a-z]{3,30}\s{0,20}=/

function textKind(bytes: Uint8Array): string | undefined {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
  if (/[\u0000-\u0008\u000e-\u001f\u007f]/.test(text)) return undefined
  const start = text
    .replace(/^\ufeff/, '')
    .trimStart()
    .slice(0, 300)
    .toLowerCase()
  if (start.startsWith('#!') || start.startsWith('@echo')) return undefined
  if (!start.startsWith('<')) return 'text/plain'
  if (!start.includes('<svg') && !text.slice(0, 5000).toLowerCase().includes('<svg')) return undefined
  const lower = text.toLowerCase()
  const unspaced = lower.replace(/\s/g, '')
  const active = activeMarks.some((mark) => unspaced.includes(mark)) || handler.test(lower)
  return active ? undefined : 'image/svg+xml'
}
