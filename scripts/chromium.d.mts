export function installedChromium(): string | undefined
export function findChromium():
  { path: string; error?: undefined } | { path?: undefined; error: [vi: string, en: string] }
