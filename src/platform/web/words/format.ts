import dayjs from 'dayjs'

import { today } from '../clock.ts'
import type { Language } from './define-words.ts'

const numberFormats = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
}

/** 12345.5 → "12.345,5" in Vietnamese, "12,345.5" in English. */
export function formatNumber(value: number, language: Language): string {
  return numberFormats[language].format(value)
}

/** `2021-09-15` → "15/09/2021". Day first in both languages: a date must not change its meaning with the switch. */
export function formatDate(date: string | Date): string {
  return dayjs(typeof date === 'string' ? date : today(date)).format('DD/MM/YYYY')
}

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant as the clock on the wall in Việt Nam: "14:05 15/09/2021". */
export function formatMoment(instant: string | Date): string {
  const at = typeof instant === 'string' ? new Date(instant) : instant
  return `${clockFormat.format(at)} ${formatDate(at)}`
}

/** A size in bytes as people read it: "3,4 MB". */
export function formatSize(bytes: number, language: Language): string {
  const steps = ['B', 'KB', 'MB', 'GB']
  const step = bytes === 0 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), steps.length - 1)
  const value = bytes / 1024 ** step
  return `${formatNumber(Number(value.toFixed(value < 10 && step > 0 ? 1 : 0)), language)} ${steps[step]}`
}
