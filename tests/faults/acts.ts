import { randomUUID } from 'node:crypto'

/** Speaks to the product as one signed-in person; throws when it does not say that it keeps what was sent. */
export interface Speaker {
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: object, requestId: string): Promise<T>
}

/** A kind of write that is acknowledged: sent again with the same words under the same request id until it is. */
export interface Act {
  /** What is sent for this id; asked for once, so that a repetition is word for word the same. */
  message(id: string): Promise<{ path: string; body: object }>
  /**
   * The record, its audit entry and the remembered answer are one act: all of them or none. `ids` lists the records,
   * `answered` is where the remembered answer names the record.
   */
  look: { ids: string; action: string; answered: string }
}

const text = 'Thử lỗi: một văn bản ngắn, gửi khi máy chủ có thể bị dừng bất cứ lúc nào.'

export const bringIn: Act = {
  message: async (id) => ({ path: '/api/directives/text', body: { id, name: 'thu-loi', text } }),
  look: {
    ids: `select d.id::text from directives d join files f on f.id = d.file_id where f.name like 'thu-loi%'`,
    action: 'directive.received',
    answered: `answer ->> 'id'`,
  },
}

/** The fact that moves an indicator. */
export const recordStation: Act = {
  message: async (id) => ({
    path: '/api/health-network/records',
    body: {
      id,
      kind: 'mobile-station',
      unitId: 'vn-2021:25966',
      fromDay: '2021-10-16',
      content: { name: `Trạm thử ${id.slice(0, 8)}`, doctors: 1, staff: 5, phone: '0900000001', oxygen: 2 },
    },
  }),
  look: {
    ids: `select r.id::text from health_records r where r.content ->> 'name' like 'Trạm thử %'`,
    action: 'health-record.recorded',
    answered: `answer ->> 'id'`,
  },
}

export const reportIncident: Act = {
  message: async (id) => ({
    path: '/api/incidents',
    body: { id, kind: 'food', details: 'Thử lỗi: cần gạo' },
  }),
  look: {
    ids: `select i.id::text from incidents i where i.details like 'Thử lỗi%'`,
    action: 'incident.reported',
    answered: `answer ->> 'id'`,
  },
}

/** Progress on the one task the ward was given; each report takes the place of the one before. */
export function reportProgress(ward: Speaker): Act {
  return {
    message: async (id) => {
      const { rows } = await ward.get<{ rows: { taskId: string; part: string }[] }>('/api/inbox?limit=50')
      const task = rows.find((row) => row.part === 'lead')
      if (!task) throw new Error('the ward was given no task')
      const { parts } = await ward.get<{ parts: { bodyName: string; part: string; version: number }[] }>(
        `/api/tasks/${task.taskId}/follow`,
      )
      const version = parts.find((part) => part.part === 'lead')?.version
      return {
        path: `/api/tasks/${task.taskId}/reports`,
        body: { id, version, text: `Thử lỗi ${id}`, percent: 50 },
      }
    },
    look: {
      ids: `select r.id::text from task_reports r where r.text like 'Thử lỗi%'`,
      action: 'task.reported',
      answered: `answer -> 'report' ->> 'id'`,
    },
  }
}

/** The acts of one writer: what was once made ready for an id is sent again unchanged. `sent` gathers the request ids. */
export function acting(act: Act, who: Speaker, sent: Set<string>): (id: string) => Promise<void> {
  const ready = new Map<string, { path: string; body: object; requestId: string }>()
  return async (id) => {
    const message = ready.get(id) ?? { ...(await act.message(id)), requestId: randomUUID() }
    ready.set(id, message)
    sent.add(message.requestId)
    await who.post(message.path, message.body, message.requestId)
  }
}
