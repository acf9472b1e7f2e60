// From the words of the text to the body: offices fall away, short forms are written out, collective names are taken apart.
import { capitalise, plainWord, startsUpper } from '#lib/text-vi/index.ts'

import { withoutEnd } from './lookback.ts'
import { cities, provinces } from './lexicon-places.ts'

const shortForms: [RegExp, string][] = [
  [/(?<![\p{L}])UBND(?![\p{L}])/gu, 'Ủy ban nhân dân'],
  [/(?<![\p{L}])HĐND(?![\p{L}])/gu, 'Hội đồng nhân dân'],
  [
    /(?<![\p{L}])(?:UBMTTQVN|UBMTTQ(?: VN| Việt Nam)?|UB[. ]{1,2}MTTQ(?: VN| Việt Nam)?)(?![\p{L}])/gu,
    'Ủy ban Mặt trận Tổ quốc Việt Nam',
  ],
  [/(?<![\p{L}])MTTQ(?: VN| Việt Nam)(?![\p{L}])/gu, 'Mặt trận Tổ quốc Việt Nam'],
  [/(?<![\p{L}])MTTQ(?![\p{L}])/gu, 'Mặt trận Tổ quốc'],
  [
    /(?<![\p{L}])(?:BCH Quân sự|BCHQS|Ban CHQS)(?= (?:các |cấp )?(?:huyện|thị|quận|xã|phường|thành phố))/gu,
    'Ban Chỉ huy Quân sự',
  ],
  [/(?<![\p{L}])(?:Bộ CHQS|BCH Quân sự|BCHQS)(?![\p{L}])/gu, 'Bộ Chỉ huy Quân sự'],
  [/(?<![\p{L}])TTYT(?![\p{L}])/gu, 'Trung tâm Y tế'],
  [/(?<![\p{L}])BVĐK(?![\p{L}])/gu, 'Bệnh viện Đa khoa'],
  [/(?<![\p{L}])TT (?=Kiểm soát bệnh tật|Y tế|KSBT)/gu, 'Trung tâm '],
  [/(?<![\p{L}])KSBT(?![\p{L}])/gu, 'Kiểm soát bệnh tật'],
  [/(?<![\p{L}])CHQS(?![\p{L}])/gu, 'Chỉ huy Quân sự'],
  [/(?<![\p{L}])BĐBP(?![\p{L}])/gu, 'Bộ đội Biên phòng'],
  [/(?<![\p{L}])(?:PT-TH|PT&TH|PTTH)(?![\p{L}])/gu, 'Phát thanh - Truyền hình'],
  [/(?<![\p{L}])LĐ-?TB&XH(?![\p{L}])/gu, 'Lao động - Thương binh và Xã hội'],
  [/(?<![\p{L}])NN&PTNT(?![\p{L}])/gu, 'Nông nghiệp và Phát triển nông thôn'],
  [/(?<![\p{L}])GTVT(?![\p{L}])/gu, 'Giao thông vận tải'],
  [/(?<![\p{L}])TT&TT(?![\p{L}])/gu, 'Thông tin và Truyền thông'],
  [/(?<![\p{L}])GD&ĐT(?![\p{L}])/gu, 'Giáo dục và Đào tạo'],
  [/(?<![\p{L}])TN&MT(?![\p{L}])/gu, 'Tài nguyên và Môi trường'],
  [/(?<![\p{L}])KH&ĐT(?![\p{L}])/gu, 'Kế hoạch và Đầu tư'],
  [/(?<![\p{L}])BHXH(?![\p{L}])/gu, 'Bảo hiểm xã hội'],
  [/(?<![\p{L}])LĐTBXH(?![\p{L}])/gu, 'Lao động - Thương binh và Xã hội'],
  [/(?<![\p{L}])NN&PTNT(?![\p{L}])/gu, 'Nông nghiệp và Phát triển nông thôn'],
  [/(?<![\p{L}])PTNT(?![\p{L}])/gu, 'Phát triển nông thôn'],
  [/(?<![\p{L}])BCĐ(?![\p{L}])/gu, 'Ban Chỉ đạo'],
  [/(?<![\p{L}])BQL(?![\p{L}])/gu, 'Ban Quản lý'],
  [/(?<![\p{L}])TAND(?![\p{L}])/gu, 'Tòa án nhân dân'],
  [/(?<![\p{L}])VKSND(?![\p{L}])/gu, 'Viện kiểm sát nhân dân'],
  [/(?<![\p{L}])LHPN(?![\p{L}])/gu, 'Liên hiệp Phụ nữ'],
  [/(?<![\p{L}])(?:BCS đảng)(?![\p{L}])/gu, 'Ban cán sự đảng'],
  [/(?<![\p{L}])TT&TT(?![\p{L}])/gu, 'Thông tin và Truyền thông'],
  [/(?<![\p{L}])(?:KH&ĐT|KHĐT)(?![\p{L}])/gu, 'Kế hoạch và Đầu tư'],
  [/(?<![\p{L}])(?:TN&MT|TNMT)(?![\p{L}])/gu, 'Tài nguyên và Môi trường'],
  [/(?<![\p{L}])(?:NN&MT|NNMT)(?![\p{L}])/gu, 'Nông nghiệp và Môi trường'],
  [/(?<![\p{L}])LĐ ?- ?TB ?& ?XH(?![\p{L}])/gu, 'Lao động - Thương binh và Xã hội'],
  [/(?<![\p{L}])LĐTB&XH(?![\p{L}])/gu, 'Lao động - Thương binh và Xã hội'],
  [/(?<![\p{L}])TB&XH(?![\p{L}])/gu, 'Thương binh và Xã hội'],
  [/(?<![\p{L}])(?:GD&ĐT|GDĐT)(?![\p{L}])/gu, 'Giáo dục và Đào tạo'],
  [/(?<![\p{L}])(?:VHTT&DL|VH,TT&DL|VH, TT&DL|VHTTDL)(?![\p{L}])/gu, 'Văn hóa, Thể thao và Du lịch'],
  [/(?<![\p{L}])(?:KH&CN|KHCN)(?![\p{L}])/gu, 'Khoa học và Công nghệ'],
  [/(?<![\p{L}])GTVT(?![\p{L}])/gu, 'Giao thông vận tải'],
  [/(?<![\p{L}])(?:PT-TH|PTTH|PT&TH)(?![\p{L}])/gu, 'Phát thanh - Truyền hình'],
  [/(?<![\p{L}])TTYT(?![\p{L}])/gu, 'Trung tâm Y tế'],
  [/(?<![\p{L}])TTCH(?![\p{L}])/gu, 'Trung tâm Chỉ huy'],
  [/(?<![\p{L}])LĐLĐ(?![\p{L}])/gu, 'Liên đoàn Lao động'],
  [/(?<![\p{L}])CCB(?![\p{L}])/gu, 'Cựu chiến binh'],
]

/** What narrows a body down in a sentence and is no part of its name. */
const tails = [
  'từ tỉnh đến cơ sở',
  'trong tỉnh',
  'trong toàn tỉnh',
  'trên địa bàn',
  'trên địa bàn tỉnh',
  'trên địa bàn toàn tỉnh',
  'trên địa bàn thành phố',
  'trên địa bàn huyện',
]

function withoutTail(name: string): string {
  const low = name.toLowerCase()
  for (const by of [' theo chức năng', ' theo thẩm quyền']) {
    const at = low.lastIndexOf(by)
    if (at > 0 && low.length - at < 80) return withoutEnd(name.slice(0, at), ',')
  }
  const tail = tails.find((words) => low.endsWith(` ${words}`))
  return tail === undefined ? name : withoutEnd(name.slice(0, -tail.length - 1), ',')
}

/** A body's name as it is compared and shown: "các huyện/thị, thành phố" → "Các huyện, thị xã, thành phố". */
export function tidyName(name: string): string {
  let out = name.replace(/\([^()]{0,200}\)/gu, ' ').replace(/["“”*]/gu, ' ')
  if (/\p{L} ?\/ ?\p{L}/u.test(out) && !/\p{Lu} ?\/ ?\p{Lu}/u.test(out)) out = out.replace(/ ?\/ ?/gu, ', ')
  out = out.replace(/(?<=\p{Lu}) ?\/ ?(?=\p{Lu})/gu, '/')
  for (const [from, to] of shortForms) out = out.replace(from, to)
  out = out
    .replace(/\s+/gu, ' ')
    .replace(/ ,/gu, ',')
    .trim()
    .replace(/[,;:.]$/u, '')
    .trim()
  out = withoutTail(out)
    .replace(/^(?:Bô|Bọ) /u, 'Bộ ')
    .replace(/^(?:Sớ|Sờ) /u, 'Sở ')
  out = out.replace(/(?<=[, ])thị, (?=thành(?! ủy)|xã)/iu, 'thị xã, ')
  out = out
    // One spelling of open oa, oe, uy; words in capitals are left alone.
    .replace(/\p{Lu}?\p{Ll}+/gu, (w) => (startsUpper(w) ? capitalise(plainWord(w)) : plainWord(w)))
  out = out.replace(/^(?:toàn thể |tất cả |mọi )(?:các )?/iu, (w) => (/các/iu.test(w) ? 'các ' : ''))
  if (/^các doanh nghiệp$/iu.test(out)) out = 'Doanh nghiệp'
  if (/^các cơ quan có thẩm quyền$/iu.test(out)) out = 'Cơ quan có thẩm quyền'
  if (/^chính quyền$/iu.test(out)) out = 'Chính quyền các cấp'
  out = out
    .replace(/^(?:một|những) /iu, '')
    .replace(/^(đơn vị|địa phương|cơ quan|tổ chức|doanh nghiệp) nào /iu, '$1 ')
  return capitalise(out)
}

/** "Khánh Hòa" → "tỉnh Khánh Hòa", "Huế" → "thành phố Huế". */
export function withUnit(place: string): string {
  const bare = place.replace(/^(?:TP\.?|thành phố|tỉnh) /iu, '').trim()
  if (cities.includes(bare)) return `thành phố ${bare}`
  return `tỉnh ${bare}`
}

export function isProvince(place: string): boolean {
  return provinces.includes(place.replace(/^(?:TP\.?|thành phố|tỉnh) /iu, '').trim())
}
