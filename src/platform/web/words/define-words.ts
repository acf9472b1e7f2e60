export const languages = ['vi', 'en'] as const
export type Language = (typeof languages)[number]

/** One short text in every language, for lists that are written by hand (pages, columns, states). */
export type Phrase = Readonly<Record<Language, string>>

type Entry = string | ((...given: never[]) => string) | { readonly [name: string]: Entry }
type Tree = { readonly [name: string]: Entry }

/** Same names, same arguments; the texts themselves may differ. */
type Shape<T> = {
  readonly [K in keyof T]: T[K] extends (...given: infer G) => string
    ? (...given: G) => string
    : T[K] extends string
      ? string
      : Shape<T[K]>
}

export type Words<T> = Readonly<Record<Language, T>>

/**
 * The dictionary of one folder. Vietnamese is written first and gives the shape; a phrase that is missing in
 * English, or that exists only there, does not compile.
 */
export function defineWords<const T extends Tree>(words: { vi: T; en: Shape<T> }): Words<Shape<T>> {
  return words as unknown as Words<Shape<T>>
}
