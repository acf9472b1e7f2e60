import type { Directive, FollowPart, Task, TaskFollow } from '#features/directives/domain/index.ts'
import type { Database } from '#platform/server/db.ts'
import { openStage, type Stage, stepId } from './stage.ts'

/** The plan whose follow-up the demo shows; issued by the provincial party office. */
export const planId = '7b0f6c1a-3a52-4e0c-9a64-0d2f7c5e2112'

const office = 'vanphong.tinhuy'
const health = 'soyte'

/**
 * Three weeks of follow-up, played by people of the demo through the product's own routes: targets bound to indicators,
 * the plan broken down to every commune, reports accepted and waiting, more time asked for. What is late stays late.
 */
export async function loadFollowUp(db: Database, today: string): Promise<void> {
  const stage = await openStage(db, today)
  try {
    const { tasks } = await stage.read<Directive>(office, `/api/directives/${planId}`)
    const about = (words: string) => {
      const task = tasks.find((one) => one.quote.includes(words))
      if (!task) throw new Error(`the demo’s plan has no task about “${words}”`)
      return task
    }
    const stations = about('trạm y tế lưu động, bảo đảm')
    await bind(stage, stations, {
      indicatorKey: 'communes-with-mobile-station',
      goalKind: 'share',
      goal: 1,
      atLeast: 1,
    })
    await bind(stage, about('đội phản ứng nhanh'), {
      indicatorKey: 'rapid-response-teams',
      goalKind: 'count',
      goal: 9,
      atLeast: null,
    })
    await bind(stage, about('tổ COVID cộng đồng'), {
      indicatorKey: 'households-in-community-groups',
      goalKind: 'share',
      goal: 1,
      atLeast: null,
    })
    await stage.settle()
    await breakDown(stage, stations)
    await schoolsGivenBack(stage, about('bàn giao lại các trường học'))
    await report(stage, 'regulations', 'canbo.laithieu', await ownChild(stage, 'canbo.laithieu', stations), {
      text: 'Đã chọn địa điểm tại nhà văn hóa khu phố Bình Đức, đang chờ trang thiết bị.',
      percent: 60,
    })
    await stage.act(
      'extension rooms',
      'chutich.thuanan',
      `/api/tasks/${about('khu nhà trọ').id}/extensions`,
      {
        id: stepId('extension rooms'),
        dueAsked: '2021-10-25',
        reason: 'Còn ba phường có trên 200 khu nhà trọ chưa rà soát xong.',
      },
    )
  } finally {
    await stage.close()
  }
}

interface Binding {
  indicatorKey: string
  goalKind: 'share' | 'count'
  goal: number
  atLeast: number | null
}
function bind(stage: Stage, task: Task, binding: Binding) {
  const step = `bind ${binding.indicatorKey}`
  const byDay = task.content.deadline?.date ?? null
  return stage.act(step, office, `/api/tasks/${task.id}/targets/0/binding`, {
    id: stepId(step),
    unitId: 'vn-2021:74',
    byDay,
    ...binding,
  })
}

function breakDown(stage: Stage, task: Task) {
  return stage.act('break down', health, `/api/tasks/${task.id}/assignments`, {
    id: stepId('break down'),
    quote:
      'UBND xã, phường, thị trấn bố trí địa điểm, nhân lực và đưa ít nhất 01 trạm y tế lưu động vào hoạt động.',
    dueOn: '2021-10-25',
    receivers: { level: 'commune' },
    targets: [0],
  })
}

async function schoolsGivenBack(stage: Stage, task: Task) {
  await report(stage, 'schools', 'chutich.thuanan', task.id, {
    text: 'Đã bàn giao và khử khuẩn 6 trường học; nhà trường đã ký biên bản.',
    percent: 100,
    doneOn: '2021-10-07',
  })
  const { reports } = await stage.read<TaskFollow>(office, `/api/tasks/${task.id}/follow`)
  const waiting = reports.find((one) => one.state === 'submitted')
  if (waiting)
    await stage.act('accept schools', office, `/api/reports/${waiting.id}/accept`, {
      version: waiting.version,
    })
}

async function report(stage: Stage, step: string, username: string, taskId: string, what: object) {
  const follow = await stage.read<TaskFollow>(username, `/api/tasks/${taskId}/follow`)
  const part = follow.parts.find((one: FollowPart) => one.part === 'lead' && one.state === 'open')
  if (!part) return
  const id = stepId(`report ${step}`)
  await stage.act(`report ${step}`, username, `/api/tasks/${taskId}/reports`, {
    id,
    version: part.version,
    ...what,
  })
}

/** The part of a broken-down task that came to this person's body. */
async function ownChild(stage: Stage, username: string, task: Task): Promise<string> {
  const { rows } = await stage.read<{ rows: { taskId: string; parentId: string | null }[] }>(
    username,
    '/api/inbox?limit=200',
  )
  const mine = rows.find((row) => row.parentId === task.id)
  if (!mine) throw new Error(`${username} was given no part of the task`)
  return mine.taskId
}
