/** Backups of the whole database in one file, and their restoration into an empty database. */
export { backup, type BackupOptions, type BackupReport } from './backup.ts'
export { BackupError } from './error.ts'
export { openBackup, proveBackup } from './read.ts'
export { restore, type RestoreReport } from './restore.ts'
