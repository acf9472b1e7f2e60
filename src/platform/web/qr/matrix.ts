/** The square of a QR code while it is drawn: what is dark, and what belongs to the fixed patterns. */
export class Matrix {
  readonly size: number
  readonly version: number
  readonly #dark: Uint8Array
  readonly #fixed: Uint8Array

  constructor(version: number) {
    this.version = version
    this.size = version * 4 + 17
    this.#dark = new Uint8Array(this.size ** 2)
    this.#fixed = new Uint8Array(this.size ** 2)
    this.#drawPatterns()
  }

  dark(x: number, y: number): boolean {
    return this.#dark[y * this.size + x] === 1
  }

  fixed(x: number, y: number): boolean {
    return this.#fixed[y * this.size + x] === 1
  }

  set(x: number, y: number, dark: boolean): void {
    this.#dark[y * this.size + x] = dark ? 1 : 0
  }

  flip(x: number, y: number): void {
    this.set(x, y, !this.dark(x, y))
  }

  #setFixed(x: number, y: number, dark: boolean): void {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return
    this.set(x, y, dark)
    this.#fixed[y * this.size + x] = 1
  }

  #drawPatterns(): void {
    const { size } = this
    for (let at = 0; at < size; at++) {
      this.#setFixed(6, at, at % 2 === 0)
      this.#setFixed(at, 6, at % 2 === 0)
    }
    for (const [x, y] of [
      [3, 3],
      [size - 4, 3],
      [3, size - 4],
    ] as const) {
      this.#drawRings(x, y, 4, (ring) => ring !== 2 && ring !== 4)
    }
    const centres = alignmentCentres(this.version)
    const last = centres.length - 1
    centres.forEach((x, column) =>
      centres.forEach((y, row) => {
        const inFinder =
          (column === 0 && row === 0) || (column === 0 && row === last) || (column === last && row === 0)
        if (!inFinder) this.#drawRings(x, y, 2, (ring) => ring !== 1)
      }),
    )
    this.drawFormat(0)
    this.#drawVersion()
  }

  #drawRings(cx: number, cy: number, radius: number, dark: (ring: number) => boolean): void {
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++) {
        this.#setFixed(cx + dx, cy + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))))
      }
    }
  }

  /** Error level M (00) and the mask, guarded by a BCH code, twice. */
  drawFormat(mask: number): void {
    const { size } = this
    const bits = ((mask << 10) | bchRest(mask, 10, 0x537)) ^ 0x5412
    for (let at = 0; at < 15; at++) {
      const dark = ((bits >> at) & 1) === 1
      // Around the upper left finder, stepping over the timing lines at 6 …
      if (at < 8) this.#setFixed(8, at < 6 ? at : at + 1, dark)
      else this.#setFixed(at === 8 ? 7 : 14 - at, 8, dark)
      // … and beside the two others.
      if (at < 8) this.#setFixed(size - 1 - at, 8, dark)
      else this.#setFixed(8, size - 15 + at, dark)
    }
    this.#setFixed(8, size - 8, true)
  }

  #drawVersion(): void {
    if (this.version < 7) return
    const bits = (this.version << 12) | bchRest(this.version, 12, 0x1f25)
    for (let at = 0; at < 18; at++) {
      const dark = ((bits >> at) & 1) === 1
      const far = this.size - 11 + (at % 3)
      const near = Math.floor(at / 3)
      this.#setFixed(far, near, dark)
      this.#setFixed(near, far, dark)
    }
  }
}

function bchRest(value: number, degree: number, divisor: number): number {
  let rest = value
  for (let step = 0; step < degree; step++) rest = (rest << 1) ^ ((rest >> (degree - 1)) * divisor)
  return rest
}

function alignmentCentres(version: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2
  const last = version * 4 + 10
  const centres = Array.from({ length: count - 1 }, (_, index) => last - step * index)
  return [6, ...centres.toReversed()]
}
