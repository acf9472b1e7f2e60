/**
 * What somebody is in the middle of typing, before it became an edit. It outlives the page: a closed browser or a
 * power cut costs no words. A field is named by its task (or "document") and its field.
 */
export interface TypedWords {
  get: (field: string) => string | undefined
  set: (field: string, words: string) => void
  drop: (field: string) => void
  /** Fields with words in them, in no order. */
  fields: () => string[]
}

type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export function typedWords(keep: Keep, accountId: string, directiveId: string): TypedWords {
  const prefix = `phaodai.directive-typed.${accountId}.${directiveId}.`
  return {
    get: (field) => keep.getItem(prefix + field) ?? undefined,
    set: (field, words) => {
      try {
        keep.setItem(prefix + field, words)
      } catch {
        // A full device loses only what is being typed this moment; the page still holds it.
      }
    },
    drop: (field) => keep.removeItem(prefix + field),
    fields: () => {
      const found: string[] = []
      for (let i = 0; i < keep.length; i++) {
        const key = keep.key(i)
        if (key?.startsWith(prefix)) found.push(key.slice(prefix.length))
      }
      return found
    },
  }
}
