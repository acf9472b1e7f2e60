// yauzl ships no types. Only what the guard uses.
declare module 'yauzl' {
  import type { EventEmitter } from 'node:events'
  import type { Readable } from 'node:stream'

  export interface Entry {
    fileName: string
    compressedSize: number
    uncompressedSize: number
    compressionMethod: number
    generalPurposeBitFlag: number
  }
  export interface ZipFile extends EventEmitter {
    entryCount: number
    readEntry(): void
    openReadStream(entry: Entry, done: (error: Error | null, stream: Readable) => void): void
    close(): void
  }
  export interface Options {
    lazyEntries?: boolean
    validateEntrySizes?: boolean
    strictFileNames?: boolean
    autoClose?: boolean
  }
  export function fromBuffer(
    buffer: Buffer,
    options: Options,
    done: (error: Error | null, zip: ZipFile) => void,
  ): void
}
