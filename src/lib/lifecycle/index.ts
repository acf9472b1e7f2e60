/**
 * A lifecycle is data: for each state, the events it accepts, where they lead and who may send them. The web asks
 * `movesFor` which buttons to draw; the server asks `decide` before it writes. Both read the same table.
 */
export type Lifecycle<State extends string, Event extends string, Role extends string> = Record<
  State,
  Partial<Record<Event, { to: State; by: readonly Role[] }>>
>

export type Decision<State extends string> =
  { ok: true; to: State } | { ok: false; why: 'no-such-move' | 'wrong-role' }

export function decide<S extends string, E extends string, R extends string>(
  lifecycle: Lifecycle<S, E, R>,
  state: S,
  event: E,
  role: R,
): Decision<S> {
  const move = lifecycle[state][event]
  if (!move) return { ok: false, why: 'no-such-move' }
  if (!move.by.includes(role)) return { ok: false, why: 'wrong-role' }
  return { ok: true, to: move.to }
}

export function movesFor<S extends string, E extends string, R extends string>(
  lifecycle: Lifecycle<S, E, R>,
  state: S,
  role: R,
): E[] {
  const events = Object.keys(lifecycle[state]) as E[]
  return events.filter((event) => decide(lifecycle, state, event, role).ok)
}
