import { foldName } from '#registry/units/domain/index.ts'

/**
 * Abbreviations of administrative Vietnamese, folded. Longer phrases stand before their parts ("gd dt" before "dt"),
 * and one that means two things stands in a phrase that settles it ("tt tinh uy" is thường trực, "tt lai uyen" a town).
 */
const abbreviations: ReadonlyArray<[phrase: string, words: string]> = [
  ['ub mttq viet nam', 'uy ban mat tran to quoc viet nam'],
  ['ubmttqvn', 'uy ban mat tran to quoc viet nam'],
  ['ub mttqvn', 'uy ban mat tran to quoc viet nam'],
  ['ub mttq vn', 'uy ban mat tran to quoc viet nam'],
  ['tt dien tu', 'thong tin dien tu'],
  ['ban bi thu tw dang', 'ban bi thu trung uong dang'],
  ['mttqvn', 'mat tran to quoc viet nam'],
  ['mttq vn', 'mat tran to quoc viet nam'],
  ['ubmttq', 'uy ban mat tran to quoc'],
  ['ub mttq', 'uy ban mat tran to quoc'],
  ['mttq', 'mat tran to quoc'],
  ['ubnd', 'uy ban nhan dan'],
  ['hdnd', 'hoi dong nhan dan'],
  ['ubkt', 'uy ban kiem tra'],
  ['dbqh', 'dai bieu quoc hoi'],
  ['bcd', 'ban chi dao'],
  ['sch', 'so chi huy'],
  ['bchqs', 'bo chi huy quan su'],
  ['bo chqs', 'bo chi huy quan su'],
  ['ban chqs', 'ban chi huy quan su'],
  ['chqs', 'chi huy quan su'],
  ['bch bdbp', 'bo chi huy bo doi bien phong'],
  ['bo chbdbp', 'bo chi huy bo doi bien phong'],
  ['ban chbd bien phong', 'ban chi huy bo doi bien phong'],
  ['bo doi bp', 'bo doi bien phong'],
  ['bdbp', 'bo doi bien phong'],
  ['bch ptds', 'ban chi huy phong thu dan su'],
  ['bchptds', 'ban chi huy phong thu dan su'],
  ['bch', 'ban chi huy'],
  ['ptds', 'phong thu dan su'],
  ['pctt', 'phong chong thien tai'],
  ['tkcn', 'tim kiem cuu nan'],
  ['bcs dang', 'ban can su dang'],
  ['bcsd', 'ban can su dang'],
  ['btv', 'ban thuong vu'],
  ['btt', 'ban thuong truc'],
  ['vptu', 'van phong tinh uy'],
  ['vptw', 'van phong trung uong'],
  ['vpcp', 'van phong chinh phu'],
  ['vpub', 'van phong uy ban nhan dan'],
  ['vp', 'van phong'],
  ['bql', 'ban quan ly'],
  ['kcn', 'khu cong nghiep'],
  ['ccn', 'cum cong nghiep'],
  ['kkt', 'khu kinh te'],
  ['ldtbxh', 'lao dong thuong binh xa hoi'],
  ['ld tb xh', 'lao dong thuong binh xa hoi'],
  ['ld tbxh', 'lao dong thuong binh xa hoi'],
  ['gddt', 'giao duc dao tao'],
  ['gd dt', 'giao duc dao tao'],
  ['khdt', 'ke hoach dau tu'],
  ['kh dt', 'ke hoach dau tu'],
  ['nnptnt', 'nong nghiep phat trien nong thon'],
  ['nn ptnt', 'nong nghiep phat trien nong thon'],
  ['nnmt', 'nong nghiep moi truong'],
  ['nn mt', 'nong nghiep moi truong'],
  ['tnmt', 'tai nguyen moi truong'],
  ['tn mt', 'tai nguyen moi truong'],
  ['gtvt', 'giao thong van tai'],
  ['khcn', 'khoa hoc cong nghe'],
  ['kh cn', 'khoa hoc cong nghe'],
  ['vhttdl', 'van hoa the thao du lich'],
  ['vh tt dl', 'van hoa the thao du lich'],
  ['vhtt', 'van hoa thong tin'],
  ['ttdt', 'thong tin dien tu'],
  ['tttt', 'thong tin truyen thong'],
  ['lhpn', 'lien hiep phu nu'],
  ['ldld', 'lien doan lao dong'],
  ['ccb', 'cuu chien binh'],
  ['ctd', 'chu thap do'],
  ['tncs', 'thanh nien cong san'],
  ['htx', 'hop tac xa'],
  ['ksbt', 'kiem soat benh tat'],
  ['ttyt', 'trung tam y te'],
  ['tyt', 'tram y te'],
  ['bvdk', 'benh vien da khoa'],
  ['yhct', 'y hoc co truyen'],
  ['bhxh', 'bao hiem xa hoi'],
  ['kbnn', 'kho bac nha nuoc'],
  ['nhnn', 'ngan hang nha nuoc'],
  ['nhcsxh', 'ngan hang chinh sach xa hoi'],
  ['qltt', 'quan ly thi truong'],
  ['tand', 'toa an nhan dan'],
  ['vksnd', 'vien kiem sat nhan dan'],
  ['thads', 'thi hanh an dan su'],
  ['pt th', 'phat thanh truyen hinh'],
  ['ptth', 'phat thanh truyen hinh'],
  ['thvn', 'truyen hinh viet nam'],
  ['tnvn', 'tieng noi viet nam'],
  ['ttxvn', 'thong tan xa viet nam'],
  ['tmgv', 'tham muu giup viec'],
  ['pcd', 'phong chong dich'],
  ['covid19', 'covid 19'],
  ['cty', 'cong ty'],
  ['cp', 'chinh phu'],
  ['ttg', 'thu tuong'],
  ['tw', 'trung uong'],
  ['twd', 'trung uong dang'],
  ['twmttq', 'trung uong mat tran to quoc'],
  ['d c', 'dong chi'],
  ['pbttt', 'pho bi thu thuong truc'],
  ['pbt', 'pho bi thu'],
  ['pct', 'pho chu tich'],
  ['ct', 'chu tich'],
  ['cvp', 'chanh van phong'],
  ['pcvp', 'pho chanh van phong'],
  ['gd', 'giam doc'],
  ['ca', 'cong an'],
  ['tphcm', 'thanh pho ho chi minh'],
  ['tp hcm', 'thanh pho ho chi minh'],
  ['tp', 'thanh pho'],
  ['tx', 'thi xa'],
  ['tu', 'tinh uy'],
  // The Front and its committee's standing board are one addressee; so are "dịch bệnh" and "dịch".
  ['dich benh covid', 'dich covid'],
]
const byFirstWord = /* @__PURE__ */ groupByFirstWord()

function groupByFirstWord() {
  const groups = new Map<string, Array<{ phrase: string[]; words: string[] }>>()
  for (const [phrase, words] of abbreviations) {
    const entry = { phrase: phrase.split(' '), words: words.split(' ') }
    const group = groups.get(entry.phrase[0] as string)
    if (group) group.push(entry)
    else groups.set(entry.phrase[0] as string, [entry])
  }
  for (const group of groups.values()) group.sort((a, b) => b.phrase.length - a.phrase.length)
  return groups
}

const before = {
  thuongTruc: /* @__PURE__ */ new Set([
    'tinh',
    'thanh',
    'huyen',
    'thi',
    'hdnd',
    'hoi',
    'ubnd',
    'uy',
    'ubmttq',
    'ub',
    'tu',
    'dang',
  ]),
}
const unitLetters: Record<string, string> = { p: 'phuong', x: 'xa', h: 'huyen', q: 'quan', tt: 'thi tran' }

/**
 * One spelling for comparing names of bodies: folded, abbreviations written out, "và" and what stands in brackets left
 * out. "Sở GD&ĐT (b/c)" and "Sở Giáo dục và Đào tạo" are the same.
 */
export function normaliseBody(text: string): string {
  const known = memory.get(text)
  if (known !== undefined) return known
  const result = normalised(text)
  // Aliases repeat from unit to unit and are asked for again and again; other text must not fill the memory.
  if (memory.size < 20_000) memory.set(text, result)
  return result
}

const memory = /* @__PURE__ */ new Map<string, string>()

function normalised(text: string): string {
  const words = foldName(withoutBrackets(text))
    .split(' ')
    .filter((word) => word !== 'va' && word !== '')
  const out: string[] = []
  for (let i = 0; i < words.length;) {
    const match = byFirstWord
      .get(words[i] as string)
      ?.find(({ phrase }) => phrase.every((word, k) => words[i + k] === word))
    const meant = match?.words ?? wordAt(words, i)
    out.push(...meant)
    i += match?.phrase.length ?? 1
  }
  return out.join(' ')
}

/** "TT HĐND" is the council's standing board, "UBND TT. Lai Uyên" a town's committee. */
function wordAt(words: readonly string[], i: number): string[] {
  const word = words[i] as string
  const next = words[i + 1]
  if (word === 'tt' && next && before.thuongTruc.has(next)) return ['thuong', 'truc']
  return i > 0 && next && unitLetters[word] ? unitLetters[word].split(' ') : [word]
}

function withoutBrackets(text: string): string {
  let depth = 0
  let out = ''
  for (const c of text) {
    if (c === '(') depth += 1
    else if (c === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) out += c
  }
  return out
}
