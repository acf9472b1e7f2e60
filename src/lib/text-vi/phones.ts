/**
 * Digits beginning with 0, or null when the text is no Vietnamese number. A spreadsheet that takes a number for a
 * quantity drops the leading 0; nine digits that can only be a mobile number get it back.
 */
export function normalisePhone(text: string): string | null {
  const bare = text.replace(/[\s.()-]/g, '')
  const digits = bare.replace(/^(\+84|0084)/, '0')
  if (/^0[1-9]\d{7,9}$/.test(digits)) return digits
  if (/^84[1-9]\d{8}$/.test(digits)) return `0${digits.slice(2)}`
  return /^[35789]\d{8}$/.test(digits) ? `0${digits}` : null
}

/**
 * 09xx xxx 123: enough to tell two numbers apart, not enough to call. Of a short or a foreign number only the end is
 * left, since its beginning would be half of it.
 */
export function maskPhone(phone: string): string {
  const known = normalisePhone(phone)
  return `${known ? known.slice(0, 2) : ''}xx xxx ${phone.slice(-3)}`
}

/** Such a number went out masked and comes back in a list: it is none. */
export function isMaskedPhone(text: string): boolean {
  return /xx xxx|•/.test(text)
}

/** 0912 345 678, as people read it out. */
export function spacedPhone(phone: string): string {
  return phone.length === 10 ? `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}` : phone
}
