import { parseArgs, type ParseArgsConfig } from 'node:util'

/** A command was given wrongly or cannot be done; the message is for people and needs no stack. */
export class CommandError extends Error {}

/** `parseArgs`, with its complaints turned into one sentence. */
export function readArgs<T extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    throw new CommandError(`${(error as Error).message}. Gõ: phaodai --help`)
  }
}
