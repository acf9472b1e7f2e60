/**
 * Slips of recognition that were seen again and again in heads of documents: the hook of a capital Ỉ is small and is
 * taken for another mark. Only words that mean nothing otherwise are put right, so "TÍNH ĐẾN" stays as it was read.
 */
const phrases = [
  'TỈNH ỦY',
  'TỈNH UỶ',
  'TỈNH ĐOÀN',
  'NHÂN DÂN TỈNH',
  'ĐẢNG BỘ TỈNH',
  'CHỈ THỊ',
  'Tỉnh ủy',
  'Tỉnh uỷ',
  'tỉnh ủy',
  'Chỉ thị',
]

const taken: Record<string, string> = { Ỉ: 'IÌÍĨỊ', ỉ: 'iìíĩị' }

const slips = phrases.flatMap((right) =>
  [...right].flatMap((letter, i) =>
    [...(taken[letter] ?? '')].map((wrong) => ({
      wrong: right.slice(0, i) + wrong + right.slice(i + 1),
      right,
    })),
  ),
)

/** Recognised text (NFC) with those slips put right. */
export function withoutSlips(text: string): string {
  return slips.reduce((mended, { wrong, right }) => mended.replaceAll(wrong, right), text)
}
