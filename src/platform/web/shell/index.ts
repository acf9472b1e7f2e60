export { SessionGate } from './SessionGate.tsx'
export { AppFrame } from './Shell.tsx'
export { type Command, CommandProvider, usePageCommands } from './commands.tsx'
export type { Finder, Found } from './finder.ts'
