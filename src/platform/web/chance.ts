/**
 * The only place in the browser that makes random values. Ids of records and of requests are made on the device,
 * so a write that is sent twice is recognised (architecture.md: at most once).
 *
 * `crypto.randomUUID` exists only in a secure context; `getRandomValues` also exists on plain HTTP in a test network.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** From 0 up to 1: spreads out what many pages would otherwise do in the same moment. Never for secrets. */
export const chance = (): number => Math.random()
