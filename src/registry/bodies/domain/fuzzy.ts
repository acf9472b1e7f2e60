/**
 * How alike two normalised names are, from 0 to 1: shared groups of three letters (Dice), each word padded so that
 * beginnings count more. Enough for slips of OCR and typing; it knows nothing of meaning, so it only ever proposes.
 */
export function likeness(a: string, b: string): number {
  if (a === b) return 1
  const [x, y] = [trigrams(a), trigrams(b)]
  let shared = 0
  for (const gram of x) if (y.has(gram)) shared += 1
  return (2 * shared) / (x.size + y.size)
}

const memory = new Map<string, ReadonlySet<string>>()

function trigrams(text: string): ReadonlySet<string> {
  const known = memory.get(text)
  if (known) return known
  const grams = new Set<string>()
  for (const word of text.split(' ')) {
    const padded = `  ${word} `
    for (let i = 0; i + 3 <= padded.length; i += 1) grams.add(padded.slice(i, i + 3))
  }
  // Names of bodies are few and asked for again and again; anything else must not fill the memory.
  if (memory.size < 5000) memory.set(text, grams)
  return grams
}
