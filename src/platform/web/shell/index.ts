export { type Command, CommandProvider, usePageCommands } from './commands.tsx'
export { AppFrame } from './Shell.tsx'
