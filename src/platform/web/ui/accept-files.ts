export interface FileRules {
  /** Endings with their dot: [".docx", ".pdf"]. The server judges the content; this only spares a wasted upload. */
  accept: readonly string[]
  maxBytes: number
  multiple: boolean
}

export type Refusal =
  | { why: 'kind'; name: string }
  | { why: 'size'; name: string; bytes: number }
  | { why: 'empty'; name: string }
  | { why: 'count' }

/** Which of the files that were dropped, pasted or chosen may go on, and why the others may not. */
export function acceptFiles<F extends { name: string; size: number }>(files: readonly F[], rules: FileRules) {
  const accepted: F[] = []
  const refused: Refusal[] = []
  for (const file of files) {
    const name = file.name
    if (!rules.accept.some((ending) => name.toLowerCase().endsWith(ending)))
      refused.push({ why: 'kind', name })
    else if (file.size === 0) refused.push({ why: 'empty', name })
    else if (file.size > rules.maxBytes) refused.push({ why: 'size', name, bytes: file.size })
    else if (!rules.multiple && accepted.length > 0) {
      if (!refused.some((refusal) => refusal.why === 'count')) refused.push({ why: 'count' })
    } else accepted.push(file)
  }
  return { accepted, refused }
}
