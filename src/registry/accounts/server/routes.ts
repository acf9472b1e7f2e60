import { z } from 'zod'

import type { App } from '#platform/server/app.ts'
import { reading } from '#platform/server/edge.ts'
import { once } from '#platform/server/once.ts'
import {
  Account,
  AccountPage,
  AddOffice,
  ChangeAccountState,
  ChangePassword,
  ConfirmPassword,
  CreateAccount,
  Done,
  EndOffice,
  ListAccounts,
  Me,
  ResetPassword,
  SignIn,
  SignInAnswer,
  TotpCode,
  TotpStarted,
} from '../domain/index.ts'
import * as actions from './actions.ts'
import { describeMe, signInWithCode, signInWithPassword, signOut } from './session.ts'
import { hashPassword, secretFingerprint, type SignInService } from './sign-in.ts'
import { listAccounts } from './store.ts'

const Id = z.object({ id: z.string().max(64) })
const OfficeId = Id.extend({ officeId: z.uuid() })
const read = { access: { may: 'accounts.read' } } as const
const edit = { access: { may: 'accounts.edit', subject: 'account' } } as const

/** Signing in and out, one's own account, and the administrator's list of accounts and offices. */
export const accountRoutes = (signIn: SignInService, demo: boolean) => (app: App) => {
  const { db, clock } = app
  app.get('/api/me', { schema: { response: { 200: Me } }, config: { access: 'public' } }, (request) =>
    describeMe(signIn, db, clock, demo, request),
  )
  app.post(
    '/api/session',
    { schema: { body: SignIn, response: { 200: SignInAnswer } }, config: { access: 'public' } },
    (request, reply) => signInWithPassword(signIn, db, request, reply, request.body),
  )
  app.post(
    '/api/session/totp',
    { schema: { body: TotpCode, response: { 200: Done } }, config: { access: 'public' } },
    (request, reply) => signInWithCode(signIn, db, request, reply, request.body.code),
  )
  app.delete(
    '/api/session',
    { schema: { response: { 200: Done } }, config: { access: 'public' } },
    (request, reply) => signOut(signIn, request, reply),
  )
  app.post(
    '/api/account/password',
    { schema: { body: ChangePassword, response: { 200: Done } }, config: { access: 'signed-in' } },
    (request, reply) => actions.changeOwnPassword(signIn, db, request, reply, request.body),
  )
  app.post(
    '/api/account/totp/start',
    { schema: { body: ConfirmPassword, response: { 200: TotpStarted } }, config: { access: 'signed-in' } },
    (request) => actions.startTotp(signIn, db, request, request.body.password),
  )
  app.post(
    '/api/account/totp/confirm',
    { schema: { body: TotpCode, response: { 200: Done } }, config: { access: 'signed-in' } },
    (request, reply) => actions.confirmTotp(signIn, db, request, reply, request.body.code),
  )
  app.post(
    '/api/account/totp/stop',
    { schema: { body: ConfirmPassword, response: { 200: Done } }, config: { access: 'signed-in' } },
    (request, reply) => actions.stopTotp(signIn, db, request, reply, request.body.password),
  )
  app.get(
    '/api/accounts',
    { schema: { querystring: ListAccounts, response: { 200: AccountPage } }, config: read },
    ({ actor, query }) => reading(db, actor, (tx) => listAccounts(tx, actor.scopes, query)),
  )
  app.post(
    '/api/accounts',
    {
      schema: { body: CreateAccount, response: { 200: Account } },
      config: { access: { may: 'accounts.edit' } },
    },
    async ({ actor, body }) => {
      const hashed = await hashPassword(body.password)
      const password = await secretFingerprint(body.password, actor.requestId)
      return once(db, actor, Account, { ...body, password }, (tx) =>
        actions.createAccount(tx, actor, body, hashed),
      )
    },
  )
  app.post(
    '/api/accounts/:id/disable',
    { schema: { params: Id, body: ChangeAccountState, response: { 200: Account } }, config: edit },
    ({ actor, params, body }) =>
      once(db, actor, Account, [params, body], (tx) =>
        actions.setAccountState(tx, actor, params.id, body, 'disabled', clock.today()),
      ),
  )
  app.post(
    '/api/accounts/:id/enable',
    { schema: { params: Id, body: ChangeAccountState, response: { 200: Account } }, config: edit },
    ({ actor, params, body }) =>
      once(db, actor, Account, [params, body], (tx) =>
        actions.setAccountState(tx, actor, params.id, body, 'active', clock.today()),
      ),
  )
  app.post(
    '/api/accounts/:id/password',
    { schema: { params: Id, body: ResetPassword, response: { 200: Done } }, config: edit },
    async ({ actor, params, body }) => {
      const hashed = await hashPassword(body.password)
      const password = await secretFingerprint(body.password, actor.requestId)
      return once(db, actor, Done, [params, password], (tx) =>
        actions.resetPassword(tx, actor, params.id, hashed, clock.today()),
      )
    },
  )
  app.post(
    '/api/accounts/:id/offices',
    { schema: { params: Id, body: AddOffice, response: { 200: Done } }, config: edit },
    ({ actor, params, body }) =>
      once(db, actor, Done, [params, body], (tx) => actions.addOffice(tx, actor, params.id, body)),
  )
  app.post(
    '/api/accounts/:id/offices/:officeId/end',
    { schema: { params: OfficeId, body: EndOffice, response: { 200: Done } }, config: edit },
    ({ actor, params, body }) =>
      once(db, actor, Done, [params, body], (tx) =>
        actions.endOffice(tx, actor, params.id, params.officeId, body.lastDay),
      ),
  )
}
