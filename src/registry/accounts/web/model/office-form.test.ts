import { expect, test } from 'vitest'
import { z } from 'zod'

import { AddOffice } from '../../domain/index.ts'
import { blankOffice, daysInOrder, officeFields, officeToSend } from './office-form.ts'

const id = '5a0f6f0e-3f0a-4f53-9d51-0d6c2a6b7e11'
const filled = {
  body: { id: '0b9b2a52-55a3-4f52-8a5c-6e2f3c1d9a10', label: 'Sở Y tế' },
  role: 'body-officer' as const,
  title: ' Chuyên viên Sở Y tế ',
  validFrom: '2021-09-16',
  validTo: null,
}
const Form = z.object(officeFields).refine(daysInOrder, { path: ['validTo'] })
const refused = (values: object) =>
  Form.safeParse({ ...filled, ...values }).error?.issues.map((issue) => issue.path.join('.'))

test('what the form lets through is what the server takes', () => {
  const sent = officeToSend(id, Form.parse(filled))
  expect(AddOffice.parse(sent)).toEqual(sent)
  expect(sent).toMatchObject({ id, bodyId: filled.body.id, title: 'Chuyên viên Sở Y tế' })
})

test('an empty form names every field that is missing, and the days that are out of order', () => {
  expect(Form.safeParse(blankOffice('2021-09-16')).error?.issues.map((i) => i.path[0])).toEqual([
    'body',
    'role',
    'title',
  ])
  expect(refused({ validFrom: null })).toEqual(['validFrom'])
  expect(refused({ validTo: '2021-09-15' })).toEqual(['validTo'])
  expect(refused({ validTo: '2021-09-16' })).toBeUndefined()
  expect(refused({ title: 'x'.repeat(201) })).toEqual(['title'])
  expect(refused({ role: 'emperor' })).toEqual(['role'])
})
