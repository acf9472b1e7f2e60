import { z } from 'zod'

import { roles } from './roles.ts'

export const Username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._-]{1,58})[a-z0-9]$/, 'Tên đăng nhập: 3–60 ký tự a–z, 0–9, dấu chấm, gạch')

/** NIST SP 800-63B: length counts, composition rules do not. */
export const Password = z
  .string()
  .min(12, 'Mật khẩu cần ít nhất 12 ký tự')
  .max(128, 'Mật khẩu dài tối đa 128 ký tự')

export const Office = z.object({
  id: z.uuid(),
  title: z.string(),
  role: z.enum(roles),
  bodyId: z.uuid(),
  bodyName: z.string(),
  bodyKind: z.string(),
  bodySector: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  unitPath: z.string(),
  scopes: z.array(z.string()),
  validFrom: z.string(),
  validTo: z.string().nullable(),
})
export type Office = z.infer<typeof Office>

export const Account = z.object({
  id: z.string(),
  username: z.string(),
  personName: z.string(),
  state: z.enum(['active', 'disabled']),
  mustChangePassword: z.boolean(),
  version: z.int(),
})
export type Account = z.infer<typeof Account>

export const AccountWithOffices = Account.extend({ offices: z.array(Office) })
export type AccountWithOffices = z.infer<typeof AccountWithOffices>

export const AccountPage = z.object({ rows: z.array(AccountWithOffices), total: z.int() })

export const ListAccounts = z.strictObject({
  search: z.string().trim().max(100).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type ListAccounts = z.infer<typeof ListAccounts>

const NewOffice = z.strictObject({
  id: z.uuid(),
  bodyId: z.uuid(),
  role: z.enum(roles),
  title: z.string().trim().min(1).max(200),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable().default(null),
})
export const AddOffice = NewOffice
export type AddOffice = z.infer<typeof AddOffice>

export const CreateAccount = z.strictObject({
  username: Username,
  personName: z.string().trim().min(1).max(200),
  password: Password,
  office: NewOffice,
})
export type CreateAccount = z.infer<typeof CreateAccount>

export const ChangeAccountState = z.strictObject({
  version: z.int().positive(),
  reason: z.string().trim().min(1).max(500),
})
export const EndOffice = z.strictObject({ version: z.int().positive().optional(), lastDay: z.iso.date() })
export const ResetPassword = z.strictObject({ password: Password })

export const SignIn = z.strictObject({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(200),
})
export const SignInAnswer = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ totpRequired: z.literal(true) }),
])
export const TotpCode = z.strictObject({ code: z.string().trim().min(6).max(20) })
export const ChangePassword = z.strictObject({ current: z.string().min(1).max(200), next: Password })
export const ConfirmPassword = z.strictObject({ password: z.string().min(1).max(200) })
export const TotpStarted = z.object({ uri: z.string(), secret: z.string(), backupCodes: z.array(z.string()) })
export const Done = z.object({ ok: z.literal(true) })

export const Me = z.object({
  account: z.object({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    totp: z.boolean(),
    mustChangePassword: z.boolean(),
  }),
  offices: z.array(
    Office.pick({
      id: true,
      title: true,
      role: true,
      bodyId: true,
      bodyName: true,
      bodyKind: true,
      unitId: true,
      unitName: true,
    }).extend({
      permissions: z.array(z.string()),
    }),
  ),
  activeOfficeId: z.uuid().nullable(),
  demo: z.boolean(),
  serverTime: z.string(),
  language: z.enum(['vi', 'en']),
})
export type Me = z.infer<typeof Me>
