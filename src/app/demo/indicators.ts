import type { Database } from '#platform/server/db.ts'
import { openStage, stepId } from './stage.ts'

/** What the department of health watches: the plan for mobile stations of the province, and a town that is behind. */
export async function loadWarnings(db: Database, today: string): Promise<void> {
  const stage = await openStage(db, today)
  const path = '/api/indicators/communes-with-mobile-station/thresholds'
  const watch = (step: string, given: object) =>
    stage.act(step, 'soyte', path, { id: stepId(step), atLeast: 1, ...given })
  try {
    await stage.settle()
    await watch('watch province', {
      unitId: 'vn-2021:74',
      rule: 'below-plan',
      goal: 1,
      byDay: '2021-10-31',
      note: 'Mỗi xã, phường, thị trấn ít nhất một trạm',
    })
    await watch('watch town', {
      unitId: 'vn-2021:723',
      rule: 'below-value',
      goal: 0.8,
      note: 'Địa bàn nguy cơ rất cao',
    })
    await stage.settle()
  } finally {
    await stage.close()
  }
}
