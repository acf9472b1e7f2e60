import { z } from 'zod'

import { mailChoices } from './kind.ts'

/** Notices of one kind and day, as one line. */
export const NoticeGroup = z.object({
  kind: z.string(),
  day: z.string(),
  count: z.int(),
  unread: z.int(),
  /** The newest of them. */
  at: z.string(),
  title: z.string(),
  text: z.string(),
  link: z.string(),
})
export type NoticeGroup = z.infer<typeof NoticeGroup>
export const NoticeGroups = z.object({ rows: z.array(NoticeGroup), total: z.int() })
export const ListNotices = z.strictObject({
  page: z.coerce.number().int().min(1).max(1_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(30),
})
export type ListNotices = z.infer<typeof ListNotices>

/** How many lines hold something unread. */
export const Unread = z.object({ unread: z.int() })

/** One line, or everything. */
export const MarkRead = z.strictObject({ kind: z.string().max(80).optional(), day: z.iso.date().optional() })
export type MarkRead = z.infer<typeof MarkRead>

const Time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Giờ có dạng 22:00')

export const Preferences = z.object({
  /** Whether the server can send mail at all. */
  mailReady: z.boolean(),
  address: z.string().nullable(),
  confirmed: z.boolean(),
  /** A code was sent to `address` and has not been typed yet. */
  codeSent: z.boolean(),
  quietFrom: z.string().nullable(),
  quietTo: z.string().nullable(),
  version: z.int(),
  kinds: z.array(
    z.object({ key: z.string(), title: z.string(), daily: z.boolean(), mail: z.enum(mailChoices) }),
  ),
})
export type Preferences = z.infer<typeof Preferences>

export const SavePreferences = z
  .strictObject({
    version: z.int().nonnegative(),
    quietFrom: Time.nullable(),
    quietTo: Time.nullable(),
    kinds: z.array(z.strictObject({ key: z.string().max(80), mail: z.enum(mailChoices) })).max(100),
  })
  .refine((given) => (given.quietFrom === null) === (given.quietTo === null), {
    path: ['quietTo'],
    message: 'Giờ yên lặng cần cả giờ bắt đầu và giờ kết thúc',
  })
export type SavePreferences = z.infer<typeof SavePreferences>

export const SetAddress = z.strictObject({ address: z.email('Địa chỉ thư chưa đúng').max(254) })
export const ConfirmAddress = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'Mã gồm 6 chữ số'),
})
