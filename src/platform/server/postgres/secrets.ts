import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'

import { newSecret } from '../chance.ts'
import { folderError, systemCode } from './error.ts'

/** Passwords of the three roles that may connect. `rolesVersion` says which list of roles the database was given. */
export interface Secrets {
  rolesVersion: number
  owner: string
  app: string
  backup: string
}

export const newSecrets = (rolesVersion: number): Secrets => ({
  rolesVersion,
  owner: newSecret(24),
  app: newSecret(24),
  backup: newSecret(24),
})

/** Undefined when there is none, or none that can be read as one: new passwords are then given at the next start. */
export function readSecrets(path: string): Secrets | undefined {
  try {
    const found = JSON.parse(readFileSync(path, 'utf8')) as Partial<Secrets>
    return found.owner && found.app && found.backup && found.rolesVersion ? (found as Secrets) : undefined
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || error instanceof SyntaxError) return undefined
    throw folderError(path, error)
  }
}

/** Whole or not at all, and on the disk before anybody relies on it. */
export function writeSecrets(path: string, secrets: Secrets): void {
  try {
    const draft = `${path}.draft`
    const file = openSync(draft, 'w', 0o600)
    writeSync(file, JSON.stringify(secrets, null, 2) + '\n')
    fsyncSync(file)
    closeSync(file)
    renameSync(draft, path)
  } catch (error) {
    throw folderError(path, error)
  }
}
