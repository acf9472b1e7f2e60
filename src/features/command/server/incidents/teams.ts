import { listTeams } from '#features/health-network/server/index.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { problem } from '#platform/server/problem.ts'
import type { TeamChoices } from '../../domain/index.ts'
import { movesOf, mustSee } from './access.ts'
import { listTeamLoads } from './store.ts'

/** Rapid teams of the units the desk covers, as they stand today; of those alike, the one at the place comes first. */
export async function viewTeams(tx: Db, actor: Actor, id: string, today: string): Promise<TeamChoices> {
  const incident = await mustSee(tx, actor, id)
  if (!movesOf(actor, incident).includes('assign')) throw problem.forbidden({ action: 'incident.assign' })
  const teams = await listTeams(tx, actor, today)
  const loads = await listTeamLoads(
    tx,
    teams.map((team) => team.id),
  )
  const away = (team: (typeof teams)[number]) => Number(team.unitId !== incident.placeUnitId)
  const readinesses = ['ready', 'resting', 'deployed']
  const rank = (team: (typeof teams)[number]) => readinesses.indexOf(team.readiness) * 2 + away(team)
  return {
    rows: teams
      .toSorted((a, b) => rank(a) - rank(b))
      .map((team) => ({
        id: team.id,
        name: team.name,
        readiness: team.readiness,
        unitName: team.unitName,
        open: loads.get(team.id) ?? 0,
      })),
  }
}

/** The team as its name is written down: teams change, and what was assigned stays readable. */
export async function mustFindTeam(tx: Db, actor: Actor, teamId: string, today: string): Promise<string> {
  const team = (await listTeams(tx, actor, today)).find(({ id }) => id === teamId)
  if (team) return team.name
  throw problem.incomplete({
    issues: [
      {
        path: 'teamId',
        found: teamId,
        expected: 'một đội phản ứng nhanh đang hoạt động trong địa bàn, ghi ở Mạng lưới y tế cơ sở',
      },
    ],
  })
}
