import { looksLikeName } from '#lib/text-vi/index.ts'

/**
 * Who holds an office stands for the body: "Giám đốc Sở Y tế" is Sở Y tế. Normalised; longer titles first. What a
 * title needs to become the body's name stands beside it ("Chánh Văn phòng …" → "Văn phòng …").
 */
const titles: ReadonlyArray<[title: string, becomes: string]> = [
  ['cac dong chi', ''],
  ['dong chi', ''],
  ['pho chu tich thuong truc', ''],
  ['cac pho chu tich', ''],
  ['pho chu tich', ''],
  ['chu tich', ''],
  ['pho bi thu thuong truc', ''],
  ['pho bi thu', ''],
  ['bi thu', ''],
  ['pho tong giam doc', ''],
  ['tong giam doc', ''],
  ['pho giam doc', ''],
  ['giam doc', ''],
  ['bo truong chu nhiem', ''],
  ['bo truong bo', 'bo'],
  ['bo truong', 'bo'],
  ['thu truong bo', 'bo'],
  ['thu truong', ''],
  ['nguoi dung dau', ''],
  ['lanh dao', ''],
  ['thanh vien', ''],
  ['pho chanh van phong', 'van phong'],
  ['chanh van phong', 'van phong'],
  ['chanh thanh tra', 'thanh tra'],
  ['tong thanh tra', 'thanh tra'],
  ['chanh an', ''],
  ['vien truong', ''],
  ['thong doc', ''],
  ['chu nhiem', ''],
  ['tong cuc truong', ''],
  ['cuc truong', ''],
  ['chi huy truong', ''],
  ['chinh uy', ''],
  ['hieu truong', ''],
  ['pho truong', ''],
  ['truong', ''],
]

/** After these, "trưởng" is the title and what follows is the body; elsewhere it may begin a school's name. */
const afterTruong = ['ban', 'phong', 'cong an', 'tram', 'khoa', 'cac ban', 'to']

/** The body's part of a name, with what was taken off; undefined when no title stands before it. */
export function withoutTitles(text: string): string | undefined {
  let rest = text
  for (let changed = true; changed;) {
    changed = false
    const title = titles.find(([t]) => rest.startsWith(`${t} `) && mayTake(t, rest.slice(t.length + 1)))
    if (!title) break
    const after = rest.slice(title[0].length + 1)
    const joined =
      title[1] && !after.startsWith(`${title[1]} `) && after !== title[1] ? `${title[1]} ${after}` : after
    changed = joined !== rest
    rest = joined
  }
  return rest === text ? undefined : rest
}

function mayTake(title: string, after: string): boolean {
  if (title !== 'truong' && title !== 'pho truong') return true
  return afterTruong.some((word) => after === word || after.startsWith(`${word} `))
}

const ranks = new Set([
  'uvtv',
  'uv btv',
  'uvbtv',
  'tuv',
  'uvtw',
  'uvbch',
  'uy vien ban thuong vu',
  'tinh uy vien',
  'uy vien ban chap hanh',
])

/** A piece of a list that names a person or a party rank and so belongs to the office after it. */
export function isPersonPiece(text: string, normalised: string): boolean {
  const words = text.trim().replace(/^(đồng chí|đ\/c|ông|bà)\s+/i, '')
  const bareTitle = titles.some(([title]) => normalised === title || normalised === `cac ${title}`)
  return bareTitle || ranks.has(normalised) || looksLikeName(words)
}

/** Addressees that are no body. Normalised text. */
export function refusalOf(text: string): 'as-above' | 'archive' | 'attendees' | 'persons' | undefined {
  if (text === 'nhu tren' || text.startsWith('nhu kinh gui')) return 'as-above'
  if (text === 'luu' || text.startsWith('luu ')) return 'archive'
  if (/^(nhu )?thanh phan( |$)/.test(text)) return 'attendees'
  if (/^(cac )?(dong chi )?(cac )?(tinh uy vien|thanh uy vien|huyen uy vien|uy vien)( |$)/.test(text))
    return 'persons'
  return undefined
}
