// Arithmetic of GF(256) with the polynomial of ISO/IEC 18004 (0x11d); error words of one block.

const exp = new Uint8Array(512)
const log = new Uint8Array(256)
for (let power = 0, value = 1; power < 255; power++) {
  exp[power] = value
  exp[power + 255] = value
  log[value] = power
  value = value < 128 ? value << 1 : (value << 1) ^ 0x11d
}

function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : exp[log[a]! + log[b]!]!
}

/** Coefficients below the leading one of (x - 2^0)(x - 2^1)…, highest power first. */
function generator(degree: number): Uint8Array {
  let factors = new Uint8Array([1])
  for (let root = 0; root < degree; root++) {
    const next = new Uint8Array(factors.length + 1)
    factors.forEach((factor, at) => {
      next[at] = next[at]! ^ factor
      next[at + 1] = next[at + 1]! ^ times(factor, exp[root]!)
    })
    factors = next
  }
  return factors.slice(1)
}

/** The `count` words that follow `data` in its block. */
export function errorWords(data: Uint8Array, count: number): Uint8Array {
  const divisor = generator(count)
  const rest = new Uint8Array(count)
  for (const word of data) {
    const factor = word ^ rest[0]!
    rest.copyWithin(0, 1)
    rest[count - 1] = 0
    divisor.forEach((coefficient, at) => {
      rest[at] = rest[at]! ^ times(coefficient, factor)
    })
  }
  return rest
}
