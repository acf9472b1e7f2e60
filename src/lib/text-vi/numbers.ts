// Numbers in words and digits: "một trăm hai mươi", "02", "1.085", "2,1", "1.000.000".

const units: Record<string, number> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
}
const scales: Record<string, number> = {
  mười: 10,
  mươi: 10,
  trăm: 100,
  nghìn: 1000,
  ngàn: 1000,
  vạn: 10_000,
  triệu: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
}

/** Value of a number written in digits the Vietnamese way (dot for thousands, comma for decimals); null if it is none. */
export function digitsValue(text: string): number | null {
  const t = text.trim()
  if (/^\d+$/.test(t)) return Number(t)
  if (/^\d{1,3}(?:\.\d{3})+$/.test(t)) return Number(t.replaceAll('.', ''))
  if (/^\d{1,3}(?:\.\d{3})*,\d{1,4}$/.test(t)) return Number(t.replaceAll('.', '').replace(',', '.'))
  if (/^\d{1,4}\.\d{1,2}$/.test(t)) return Number(t)
  return null
}

export function isNumberWord(word: string): boolean {
  return (
    Object.hasOwn(units, word) ||
    Object.hasOwn(scales, word) ||
    word === 'linh' ||
    word === 'lẻ' ||
    word === 'rưỡi'
  )
}

/** Value of a number in words, lower case, split by spaces; null when the words are no number. */
export function wordsValue(words: readonly string[]): number | null {
  if (words.length === 0) return null
  let total = 0
  let group = 0
  let pending: number | null = null
  for (const word of words) {
    const unit = units[word]
    const scale = scales[word]
    if (unit !== undefined) pending = unit
    else if (word === 'linh' || word === 'lẻ') continue
    else if (scale === undefined) return null
    else if (scale <= 100) {
      group += (pending ?? 1) * scale
      pending = null
    } else {
      total += (group + (pending ?? 0) || 1) * scale
      group = 0
      pending = null
    }
  }
  return total + group + (pending ?? 0)
}
