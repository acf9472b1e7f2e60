export { type Command, CommandProvider, usePageCommands } from './commands.tsx'
export { SessionGate } from './SessionGate.tsx'
export { AppFrame } from './Shell.tsx'
