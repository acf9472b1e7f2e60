/** Text without case, accents or đ, so that "chi dao" finds "Chỉ đạo". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
}

/** Every word that was typed begins some word of the label. */
export function matches(label: string, typed: string): boolean {
  const words = fold(label).split(/\s/u)
  return fold(typed)
    .split(/\s/u)
    .every((part) => words.some((word) => word.startsWith(part)))
}
