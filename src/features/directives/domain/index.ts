/** What others may ask of directives: the register's shapes, its lifecycle and how a task stands against its deadline. */
export * from './directive.ts'
export * from './due.ts'
export * from './issue.ts'
export * from './lifecycle.ts'
export * from './messages.ts'
export * from './task.ts'
