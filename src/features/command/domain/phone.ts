import { z } from 'zod'

/** As people write it: digits with spaces, dots, dashes, brackets, a leading plus. Kept as digits. */
export const Phone = z
  .string()
  .trim()
  .max(30)
  .transform((text) => text.replace(/[\s().-]/g, ''))
  .refine((text) => /^\+?[0-9]{6,15}$/.test(text), { message: 'Số điện thoại gồm 6 đến 15 chữ số.' })

/** “Nguyễn Thị Hoa” → “N… T… Hoa”: the given name stands last and alone tells no one apart. */
export function maskName(name: string | null): string | null {
  if (name === null) return null
  const words = name.trim().split(/\s+/)
  return words.map((word, i) => (i === words.length - 1 ? word : `${word.slice(0, 1)}…`)).join(' ')
}
