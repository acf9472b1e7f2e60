import type pg from 'pg'

/** The part of `pg`'s connection that COPY needs; `pg` hands it to a query that speaks the protocol itself. */
interface Wire {
  stream: {
    pause(): void
    resume(): void
    writableNeedDrain: boolean
    once(event: 'drain' | 'close', listener: () => void): void
  }
  query(text: string): void
  sendCopyFromChunk(chunk: Buffer): void
  endCopyFrom(): void
  sendCopyFail(message: string): void
}

/** One COPY statement in the simple protocol. `result` is the number of rows, as the server counted them. */
abstract class Copy {
  private readonly text: string
  private rows = 0
  private settle!: { done: (rows: number) => void; fail: (error: Error) => void }
  protected failure: Error | undefined
  readonly result: Promise<number>

  constructor(text: string) {
    this.text = text
    this.result = new Promise((done, fail) => (this.settle = { done, fail }))
  }

  submit(wire: Wire) {
    wire.query(this.text)
  }

  handleCommandComplete(message: { text: string }) {
    this.rows = Number(message.text.split(' ')[1] ?? 0) // COPY 123
  }

  handleError(error: Error) {
    this.failure ??= error // after a failure of ours the server only repeats it
    this.settle.fail(this.failure)
  }

  handleReadyForQuery() {
    if (this.failure) this.settle.fail(this.failure)
    else this.settle.done(this.rows)
  }
}

type Take = (chunk: Buffer) => Promise<void> | void

class CopyOut extends Copy {
  private readonly take: Take
  private busy: Promise<void> | undefined

  constructor(text: string, take: Take) {
    super(text)
    this.take = take
  }

  /** While the taker is busy the stream stands still; what was received already waits in line. */
  handleCopyData(message: { chunk: Buffer }, wire: Wire) {
    if (this.failure) return
    const kept = Buffer.from(message.chunk) // the chunk is a window on a buffer that is written over once we return
    const work = this.busy ? this.busy.then(() => this.take(kept)) : this.take(kept)
    if (!work) return
    wire.stream.pause()
    const mine = work
      .catch((error: Error) => void (this.failure ??= error))
      .then(() => {
        if (this.busy !== mine) return
        this.busy = undefined
        wire.stream.resume()
      })
    this.busy = mine
  }

  override handleReadyForQuery() {
    if (this.busy) void this.busy.then(() => super.handleReadyForQuery())
    else super.handleReadyForQuery()
  }
}

class CopyIn extends Copy {
  private readonly chunks: AsyncIterable<Buffer>

  constructor(text: string, chunks: AsyncIterable<Buffer>) {
    super(text)
    this.chunks = chunks
  }

  handleCopyInResponse(wire: Wire) {
    void this.send(wire).catch((error: Error) => {
      this.failure ??= error
      wire.sendCopyFail('stopped by the sender')
    })
  }

  private async send(wire: Wire) {
    for await (const chunk of this.chunks) {
      if (this.failure) return // the server refused a row and has stopped listening
      wire.sendCopyFromChunk(chunk)
      if (wire.stream.writableNeedDrain) {
        await new Promise<void>((go) => (wire.stream.once('drain', go), wire.stream.once('close', go)))
      }
    }
    wire.endCopyFrom()
  }
}

/** Streams `copy … to stdout`; when `take` answers a promise the server waits. Resolves with the number of rows. */
export function copyOut(client: pg.Client, text: string, take: Take): Promise<number> {
  return client.query(new CopyOut(text, take) as unknown as pg.Submittable & CopyOut).result
}

/** Streams into `copy … from stdin`. Resolves with the number of rows. */
export function copyIn(client: pg.Client, text: string, chunks: AsyncIterable<Buffer>): Promise<number> {
  return client.query(new CopyIn(text, chunks) as unknown as pg.Submittable & CopyIn).result
}
