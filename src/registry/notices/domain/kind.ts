/** How mail of a kind goes out. */
export const mailChoices = ['now', 'digest', 'none'] as const
export type MailChoice = (typeof mailChoices)[number]

export interface Said {
  vi: string
  en: string
}

export interface Subject {
  kind: string
  id: string
}

/** What a notice carries beside its subject: counts and short words, never a record. */
export type Facts = Readonly<Record<string, unknown>>

/** One kind of thing that people are told about, in words. Listed by app. */
export interface KindWords {
  key: string
  title: Said
  /** One notice, as a sentence without the thing's content: it also stands in mails. */
  say: (facts: Facts) => Said
  /** Several of one day. */
  sayMany: (count: number) => Said
  /** The page of one; and of several. Paths of this product. */
  link: (subject: Subject, facts: Facts) => string
  listLink: string
  /** What holds until a person chooses. */
  mail: MailChoice
  /** Comes in storms: mailed at most once a day and person, whatever was chosen. */
  daily: boolean
}
