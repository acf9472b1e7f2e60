/** The query string as plain text values: addresses stay readable and can be sent to a colleague. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** Empty values leave the address. */
export function stringifySearch(search: Record<string, unknown>): string {
  const given = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    const text = Array.isArray(value) ? value.join(',') : String(value ?? '')
    if (text !== '') given.set(name, text)
  }
  const text = given.toString()
  return text ? `?${text}` : ''
}
