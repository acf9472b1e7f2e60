import { randomUUID } from 'node:crypto'

import type { Page } from 'playwright-core'
import { expect } from 'vitest'

import { address, eventually } from './visitor.ts'

export interface Answer {
  status: number
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever the product answers; each step says what it expects
  body: any
}

/** Speaks to the product as somebody's own browser does, without its pages. */
export async function call(
  as: Page,
  method: 'GET' | 'POST',
  path: string,
  data?: object,
  file?: { name: string; bytes: Buffer },
): Promise<Answer> {
  const headers = { 'x-request-id': randomUUID(), origin: new URL(address()).origin }
  const response = await as.request.fetch(address(path), {
    method,
    headers,
    ...(file
      ? { multipart: { ...data, file: { name: file.name, mimeType: 'text/plain', buffer: file.bytes } } }
      : data && { data }),
  })
  return { status: response.status(), body: await response.json() }
}

/** Brings a text in and waits until it has been read; answers its id. */
export async function bringInOverHttp(as: Page, name: string, bytes: Buffer): Promise<string> {
  const id = randomUUID()
  const sent = await call(as, 'POST', '/api/directives', { id }, { name, bytes })
  expect(sent.status, JSON.stringify(sent.body)).toBe(200)
  await eventually(async () => (await call(as, 'GET', `/api/directives/${id}`)).body.state).toBe('draft')
  return id
}

/** Issues a draft as it was read: what names no body is given to that body, as an officer would. Answers how many. */
export async function issueOverHttp(
  as: Page,
  id: string,
  standIn: { id: string; name: string },
): Promise<number> {
  const { body: read } = await call(as, 'GET', `/api/directives/${id}`)
  const { blocking } = (await call(as, 'GET', `/api/directives/${id}/issue-check`)).body
  for (const { code, taskId } of blocking) {
    expect(code).toBe('lead-unknown')
    const task = read.tasks.find((one: { id: string }) => one.id === taskId)
    const lead = [{ name: standIn.name, bodyIds: [standIn.id], how: 'chosen' }]
    const given = { version: task.version, changes: { lead } }
    expect((await call(as, 'POST', `/api/directives/${id}/tasks/${taskId}`, given)).status).toBe(200)
  }
  const { body: complete } = await call(as, 'GET', `/api/directives/${id}`)
  const issued = await call(as, 'POST', `/api/directives/${id}/issue`, { version: complete.version })
  expect(issued.status, JSON.stringify(issued.body)).toBe(200)
  return blocking.length
}

export async function bodyCalled(as: Page, name: string): Promise<{ id: string; name: string }> {
  const found = await call(as, 'GET', `/api/bodies?search=${encodeURIComponent(name)}&limit=5`)
  expect(found.body.rows[0], `the registry knows ${name}`).toBeDefined()
  return found.body.rows[0]
}
