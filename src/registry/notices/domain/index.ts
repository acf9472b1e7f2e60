export * from './kind.ts'
export * from './mail.ts'
export * from './messages.ts'
export * from './quiet.ts'
