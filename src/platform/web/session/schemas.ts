import { z } from 'zod'

/** A role in a body over a period; what a person may do follows from the office they act through. */
export const Office = z.object({
  id: z.string(),
  title: z.string(),
  role: z.string(),
  bodyId: z.string(),
  bodyName: z.string(),
  /** Missing in a session kept on the device by an older version. */
  bodyKind: z.string().optional(),
  unitId: z.string(),
  unitName: z.string(),
  permissions: z.array(z.string()),
})
export type Office = z.infer<typeof Office>

/** `GET /api/me`: who is signed in and through which offices; 401 when nobody is. */
export const Me = z.object({
  account: z.object({
    id: z.string(),
    name: z.string(),
    username: z.string(),
    totp: z.boolean(),
    /** The password was given by an administrator and others may know it. */
    mustChangePassword: z.boolean(),
  }),
  offices: z.array(Office),
  activeOfficeId: z.string().nullable(),
  demo: z.boolean(),
  serverTime: z.string(),
  language: z.enum(['vi', 'en']).nullish(),
})
export type Me = z.infer<typeof Me>

export const DemoAccount = z.object({
  username: z.string(),
  password: z.string(),
  title: z.string(),
  note: z.string().nullish(),
})
export type DemoAccount = z.infer<typeof DemoAccount>

/** `GET /api/system`: what anybody may know before signing in. */
export const System = z.object({
  name: z.string(),
  /** Nothing until the first units are loaded. */
  province: z.string().nullable(),
  demo: z.boolean(),
  /** The day that deadlines and offices are counted against; in an exercise not the day on the wall. */
  today: z.iso.date(),
  exercise: z.boolean(),
  demoAccounts: z.array(DemoAccount).optional(),
  version: z.string(),
})
export type System = z.infer<typeof System>

/** `POST /api/session`: signed in, or one more step to go. */
export const SignInAnswer = z.union([
  z.object({ ok: z.literal(true) }),
  z.object({ totpRequired: z.literal(true) }),
])

export const Credentials = z.object({
  username: z.string().trim().min(1),
  password: z.string().min(1),
})

/** Six digits of the authenticator, or one of the backup codes. */
export const SecondFactor = z.object({ code: z.string().trim().min(6).max(40) })

/** `differs` is what to say when the second entry is not the first. */
export const newPassword = (differs: string) =>
  z
    .object({
      current: z.string().min(1),
      // NIST SP 800-63B: length over composition rules; the server also refuses breached and default ones.
      next: z.string().min(12).max(128),
      repeated: z.string(),
    })
    .refine((given) => given.next === given.repeated, { path: ['repeated'], message: differs })

export const TotpStart = z.object({
  uri: z.string(),
  secret: z.string(),
  backupCodes: z.array(z.string()),
})
export const KnownPassword = z.object({ password: z.string().min(1).max(200) })
/** Answers whose content the page does not need. */
export const Done = z.unknown()
