import { encodeQr } from './encode-qr.ts'

interface QrCodeProps {
  text: string
  /** What it is for, read out in place of the picture. */
  label: string
  /** Side in CSS pixels, with the quiet zone. */
  size?: number
}

/** Always black on white, in the dark scheme too: many readers refuse an inverted code. */
export function QrCode({ text, label, size = 208 }: QrCodeProps) {
  const matrix = encodeQr(text)
  const quiet = 4
  const side = matrix.size + quiet * 2
  let path = ''
  for (let y = 0; y < matrix.size; y++) {
    for (let x = 0; x < matrix.size; x++) if (matrix.dark(x, y)) path += `M${x + quiet} ${y + quiet}h1v1h-1z`
  }
  return (
    <svg
      width={size}
      height={size}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
