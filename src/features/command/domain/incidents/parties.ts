/** The bodies that have a part in an incident, as its row keeps them. */
export interface Parts {
  reporterBodyId: string
  deskBodyId: string
  aboveBodyId: string | null
  assignedBodyId: string | null
  /** Desks it went through before: they follow what became of it. */
  passedDesks: readonly string[]
}

/**
 * Who sees it: who reported it, every desk it went through, and who deals with it now. A body it was assigned to and
 * that handed it back is no longer among them.
 */
export function partiesOf(parts: Parts): string[] {
  const all = [
    parts.reporterBodyId,
    ...parts.passedDesks,
    parts.deskBodyId,
    parts.aboveBodyId,
    parts.assignedBodyId,
  ]
  return [...new Set(all.filter((id) => id !== null))]
}
