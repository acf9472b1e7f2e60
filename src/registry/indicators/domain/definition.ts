/** A text in both languages of the product; Vietnamese is the one that counts. */
export interface Said {
  readonly vi: string
  readonly en: string
}

/**
 * What is measured, in words that a person can hold against the directive. The SQL that measures it lives with the
 * feature that owns the facts (`IndicatorSource` in the server room); nobody types it.
 */
export interface IndicatorDefinition {
  /** Kebab case, for addresses and bindings; never renamed once a target is bound to it. */
  readonly key: string
  readonly title: Said
  /** What counts from when to when, so that nobody has to ask. */
  readonly meaning: Said
  /** What the figure counts: xã, phường, thị trấn; giường; hộ gia đình. */
  readonly noun: Said
  /** Whose facts are read; every unit above is the sum of those below it on that day. */
  readonly level: 'commune'
  /**
   * `units-reaching`: a commune counts 1 on days on which its facts weigh at least `atLeast`, out of the communes that
   * exist. `sum`: what the facts weigh. `share`: numerator out of a denominator with facts of its own.
   */
  readonly measure: 'units-reaching' | 'sum' | 'share'
  /** How much a commune must have to count, for `units-reaching`; whole numbers. */
  readonly atLeast?: { readonly default: number; readonly min: number; readonly max: number }
  /** Where the rule or the norm stands, cited. */
  readonly instrument?: string
}

/** The parameter an instance is kept for; 0 where the measure has none. */
export function atLeastOf(definition: IndicatorDefinition, given?: number): number {
  return definition.measure === 'units-reaching' ? (given ?? definition.atLeast?.default ?? 1) : 0
}

/** May one ask for this parameter? Each is kept up to date for every unit, so the definition bounds them. */
export function takes(definition: IndicatorDefinition, atLeast: number): boolean {
  if (definition.measure !== 'units-reaching') return atLeast === 0
  const { min, max } = definition.atLeast ?? { min: 1, max: 1 }
  return Number.isInteger(atLeast) && atLeast >= Math.max(1, min) && atLeast <= max
}

/** 0 … 1, or null where nothing is there to be measured. Sums have no share. */
export function shareOf(
  definition: Pick<IndicatorDefinition, 'measure'>,
  figure: { numerator: number; denominator: number },
): number | null {
  return definition.measure === 'sum' || figure.denominator === 0
    ? null
    : figure.numerator / figure.denominator
}

/** What a threshold or a goal is held against: the share where there is one, else the number. */
export function valueOf(
  definition: Pick<IndicatorDefinition, 'measure'>,
  figure: { numerator: number; denominator: number },
): number | null {
  return definition.measure === 'sum' ? figure.numerator : shareOf(definition, figure)
}
