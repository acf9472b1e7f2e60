import type { UnitLevel } from '#registry/units/domain/index.ts'
import type { BodyKind } from './model.ts'

/**
 * Names that mean many bodies. Two kinds: of places ("UBND các huyện, thị xã, thành phố", "Công an cấp huyện") and of
 * sorts ("Các sở, ban, ngành, đoàn thể tỉnh"). All text is normalised (normalise.ts).
 */
export type Collective =
  | {
      of: 'places'
      base: string
      levels: readonly UnitLevel[]
      unitKinds: readonly string[] | null
      rest: boolean
    }
  | { of: 'sorts'; level: UnitLevel; kinds: readonly BodyKind[] }

const placeWords: ReadonlyArray<[phrase: string, level: UnitLevel, kind: string | null]> = [
  ['thi xa', 'district', 'Thị xã'],
  ['thanh pho', 'district', 'Thành phố'],
  ['huyen', 'district', 'Huyện'],
  ['quan', 'district', 'Quận'],
  ['thi tran', 'commune', 'Thị trấn'],
  ['phuong', 'commune', 'Phường'],
  ['xa', 'commune', 'Xã'],
  ['dac khu', 'commune', 'Đặc khu'],
  ['thi', 'district', 'Thị xã'],
  ['tinh', 'province', null],
]

/** Words after which a list of place words means all of them. */
const openers = ['cac', 'cap', 'tung', 'moi', 'tat ca cac', 'toan bo cac']

const fixedPlaces: Record<string, readonly UnitLevel[]> = {
  'cac dia phuong': ['district', 'commune'],
  'dia phuong': ['district', 'commune'],
  'cac cap': ['province', 'district', 'commune'],
  'cap huyen cap xa': ['district', 'commune'],
  'cap tinh cap huyen cap xa': ['province', 'district', 'commune'],
  'cap co so': ['commune'],
  'co so': ['commune'],
}

const trailing = [
  ' tren dia ban tinh',
  ' tren dia ban',
  ' trong tinh',
  ' toan tinh',
  ' truc thuoc tinh',
  ' tren dia ban thanh pho',
]

export function readCollective(text: string): Collective | undefined {
  const end = trailing.find((t) => text.endsWith(t))
  const words = (end ? text.slice(0, -end.length) : text).trim()
  return committees(words) ?? sorts(words) ?? places(words)
}

/** "Các huyện, thị, thành ủy" and its relatives: the party committees of the districts, or of everything below. */
function committees(words: string): Collective | undefined {
  const party = (levels: readonly UnitLevel[]): Collective => ({
    of: 'places',
    base: 'cap-uy',
    levels,
    unitKinds: null,
    rest: false,
  })
  const plain = words.startsWith('cac ') ? words.slice(4) : words
  if (
    /^((huyen|thi|thanh|quan)( uy)? ?)+$/.test(plain) &&
    plain.endsWith(' uy') &&
    plain.split(' ').length > 2
  )
    return party(['district'])
  if (words !== plain && /^(huyen|thi|thanh|quan) uy$/.test(plain)) return party(['district'])
  if (words !== plain && /^(tinh uy thanh uy|tinh thanh uy)/.test(plain)) return party(['province'])
  if (['cac cap uy', 'cac cap uy dang', 'cap uy cac cap', 'cap uy dang cac cap'].includes(words))
    return party(['district', 'commune'])
  if (['cap uy cap huyen', 'bi thu cap uy cap huyen'].includes(words)) return party(['district'])
  if (['cap uy cap huyen cap xa', 'bi thu cap uy cap huyen cap xa'].includes(words))
    return party(['district', 'commune'])
  if (words === 'cap uy cap xa' || words === 'dang uy cac xa phuong thi tran') return party(['commune'])
  if (words === 'chinh quyen cac cap' || words === 'chinh quyen dia phuong') {
    return {
      of: 'places',
      base: 'uy ban nhan dan',
      levels: ['province', 'district', 'commune'],
      unitKinds: null,
      rest: false,
    }
  }
  return undefined
}

function places(words: string): Collective | undefined {
  for (const [phrase, levels] of Object.entries(fixedPlaces)) {
    if (words === phrase || words.endsWith(` ${phrase}`)) {
      return {
        of: 'places',
        base: words.slice(0, -phrase.length).trim(),
        levels,
        unitKinds: null,
        rest: false,
      }
    }
  }
  const rest = / con lai$/.test(words)
  const text = words.replace(/ con lai$/, '')
  const found = lastPlaceList(text)
  if (!found) return undefined
  const levels = [...new Set(found.places.map(([, level]) => level))]
  // One kind alone means that kind; several stand for the whole level ("các huyện, thành phố").
  const kinds =
    found.places.length === 1 && found.opener !== 'cap' ? found.places.map(([, , kind]) => kind) : [null]
  return {
    of: 'places',
    base: found.base,
    levels,
    unitKinds: kinds.includes(null) ? null : (kinds as string[]),
    rest,
  }
}

type PlaceWord = (typeof placeWords)[number]

/** The list of place words a text ends with, from its opener on: "cong an | cac | huyen thi xa thanh pho". */
function lastPlaceList(text: string): { base: string; opener: string; places: PlaceWord[] } | undefined {
  const padded = ` ${text} `
  for (const opener of openers) {
    const at = padded.lastIndexOf(` ${opener} `)
    if (at < 0) continue
    const found = consumePlaces(padded.slice(at + opener.length + 2).trim())
    if (found) return { base: padded.slice(0, at).trim(), opener, places: found }
  }
  // Without an opener two place words at least, or "thành phố Thủ Dầu Một" would begin a list.
  const words = text.split(' ')
  for (let i = 0; i < words.length - 1; i += 1) {
    const found = consumePlaces(words.slice(i).join(' '))
    if (found && found.length > 1) return { base: words.slice(0, i).join(' '), opener: '', places: found }
  }
  return undefined
}

function consumePlaces(text: string): PlaceWord[] | undefined {
  const found: PlaceWord[] = []
  let rest = text
  while (rest !== '') {
    const word = placeWords.find(([phrase]) => rest === phrase || rest.startsWith(`${phrase} `))
    if (!word) return undefined
    found.push(word)
    rest = rest.slice(word[0].length).trim()
    if (rest.startsWith('cac ')) rest = rest.slice(4)
  }
  // "Các tỉnh, thành phố" are provinces, whatever "thành phố" means elsewhere.
  if (found.some(([, level]) => level === 'province'))
    return found.map(([phrase]) => [phrase, 'province', null])
  return found.length > 0 ? found : undefined
}

const departmentsAlike: readonly BodyKind[] = ['department', 'inspectorate', 'zone-board', 'committee-office']
const branches: readonly BodyKind[] = [
  'inspectorate',
  'zone-board',
  'police',
  'military',
  'border-guard',
  'vertical-agency',
  'court',
  'procuracy',
]

/** Longer phrases first: they are consumed greedily. `many` are plural by themselves, without "các" before them. */
const sortWords: ReadonlyArray<[phrase: string, kinds: readonly BodyKind[], many?: true]> = [
  ['co quan chuyen trach tham muu giup viec tinh uy', ['party-agency'], true],
  ['co quan tham muu giup viec tinh uy', ['party-agency'], true],
  ['cac to chuc chinh tri xa hoi', ['mass-organisation'], true],
  ['to chuc chinh tri xa hoi', ['mass-organisation']],
  ['doan the chinh tri xa hoi', ['mass-organisation']],
  ['doan the nhan dan', ['mass-organisation']],
  ['co quan trung uong dong', ['vertical-agency'], true],
  ['co quan trung uong', ['vertical-agency']],
  ['ban can su dang', ['party-group']],
  ['ban xay dung dang', ['party-agency']],
  ['dang uy truc thuoc tinh uy', ['party-branch-committee'], true],
  ['dang uy truc thuoc thanh uy', ['party-branch-committee'], true],
  ['dang uy truc thuoc', ['party-branch-committee'], true],
  ['mat tran to quoc viet nam', ['front']],
  ['uy ban mat tran to quoc viet nam', ['front']],
  ['mat tran to quoc', ['front']],
  ['luc luong vu trang', ['police', 'military', 'border-guard'], true],
  ['hoi doan the', ['association', 'mass-organisation'], true],
  ['hoi dac thu', ['association']],
  ['don vi truc thuoc', ['service-unit', 'hospital', 'cdc']],
  ['co quan bao chi', ['media']],
  ['benh vien', ['hospital']],
  ['ban tinh uy', ['party-agency']],
  ['ban thanh uy', ['party-agency']],
  ['ban dang', ['party-agency']],
  ['dang doan', ['party-group']],
  ['doan the', ['mass-organisation']],
  ['so', departmentsAlike],
  ['ban', branches],
  ['nganh', branches],
  ['hoi', ['association']],
  // Said beside others and never alone: "các sở, ngành, cơ quan, đơn vị".
  ['co quan', []],
  ['don vi', []],
]

const nationSorts: ReadonlyArray<[phrase: string, kinds: readonly BodyKind[]]> = [
  ['co quan thuoc chinh phu', ['government-agency']],
  ['co quan ngang bo', ['ministry']],
  ['co quan ban dang trung uong', ['party-agency']],
  ['ban dang trung uong', ['party-agency']],
  ['bo nganh trung uong', ['ministry']],
  ['nganh trung uong', ['ministry', 'government-agency']],
  ['nganh', ['ministry', 'government-agency']],
  ['bo', ['ministry']],
]

function sorts(words: string): Collective | undefined {
  const plural = words.startsWith('cac ') || words.startsWith('thu truong cac ')
  const text = words.replace(/^(thu truong )?(cac )?/, '').replace(/ (cap tinh|tinh|thanh pho)$/, '')
  const province = consumeSorts(text, sortWords, plural)
  if (province) return { of: 'sorts', level: 'province', kinds: province }
  const nation = consumeSorts(text, nationSorts, plural)
  return nation && { of: 'sorts', level: 'nation', kinds: nation }
}

function consumeSorts(
  text: string,
  vocabulary: ReadonlyArray<readonly [phrase: string, kinds: readonly BodyKind[], many?: true]>,
  plural: boolean,
): BodyKind[] | undefined {
  const kinds: BodyKind[] = []
  let rest = text
  let parts = 0
  let many = plural
  while (rest !== '') {
    if (rest.startsWith('cac ')) {
      rest = rest.slice(4)
      many = true
    }
    const word = vocabulary.find(([phrase]) => rest === phrase || rest.startsWith(`${phrase} `))
    if (!word) return undefined
    kinds.push(...word[1])
    many ||= word[2] === true
    parts += 1
    rest = rest.slice(word[0].length).trim()
  }
  return parts > 0 && (many || parts > 1) ? [...new Set(kinds)] : undefined
}
