interface MarkProps {
  size?: number
  outline?: string
  /** In units of the 32-unit drawing. */
  lineWidth?: number
}

/** The product's mark: a bastioned citadel seen from above, its flag tower in lacquer red. */
export function Mark({ size = 28, outline = 'currentColor', lineWidth = 1.6 }: MarkProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true" focusable="false">
      <path
        d="M3 3 10.5 5.5 12 9H20L21.5 5.5 29 3 26.5 10.5 23 12V20L26.5 21.5 29 29 21.5 26.5 20 23H12L10.5 26.5 3 29 5.5 21.5 9 20V12L5.5 10.5Z"
        stroke={outline}
        strokeWidth={lineWidth}
        strokeLinejoin="round"
      />
      <rect x="13" y="13" width="6" height="6" fill="var(--seal)" transform="rotate(45 16 16)" />
    </svg>
  )
}
