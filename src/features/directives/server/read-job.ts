import { DocumentError, extractText } from '#platform/documents/index.ts'
import { looksLikeDirective } from '#lib/directive-reader/index.ts'
import { recordSystemAudit } from '#platform/server/audit.ts'
import { newId } from '#platform/server/chance.ts'
import type { Database, Db } from '#platform/server/db.ts'
import { asSystem } from '#platform/server/edge.ts'
import { readFile } from '#platform/server/files.ts'
import type { Job } from '#platform/server/jobs.ts'
import type { DocumentContent, ReadingProgress } from '../domain/index.ts'
import { documentEvidence, proposeDocument, proposeTasks, type ResolveParty } from './proposals.ts'
import { readOnThread } from './reader.ts'
import { recognisedPages } from './recognised-pages.ts'
import { indexDirective } from './search-store.ts'
import * as store from './store.ts'
import { insertTasks } from './task-store.ts'

export interface ReadJobData {
  id: string
  unitPath: string
}

/** The registry's answer to "who is Sở Y tế here?", for the province that the document's own body stands in. */
export type ResolverFor = (
  db: Db,
  unitPath: string,
  document: { date: string | null; meetingDate: string | null },
) => Promise<ResolveParty>

export const emptyProgress: ReadingProgress = {
  page: 0,
  pages: 0,
  method: null,
  error: null,
  warning: null,
  ocrConfidence: null,
}

export const emptyDocument: DocumentContent = {
  kind: null,
  title: null,
  issuer: null,
  issuerLevel: null,
  province: null,
  number: null,
  date: null,
  meetingDate: null,
  signer: null,
  references: [],
  recipients: [],
}

/**
 * Reads one document: text out of the file (page by page, kept as they come, so that a restart goes on), then the
 * register out of the text. Ends in a draft or in a sentence that says why not; the original stays either way.
 */
export function readJob(db: Database, resolverFor: ResolverFor): Job<ReadJobData> {
  return {
    name: 'directive.read',
    atOnce: 1,
    run: async ({ id, unitPath }, stopping) => {
      const directive = await asSystem(db, [unitPath], (tx) => store.getDirectiveAsSystem(tx, id))
      if (directive?.state !== 'reading') return
      const work = new ReadingOf(db, id, unitPath, stopping)
      try {
        await work.run(directive, resolverFor)
      } catch (error) {
        if (stopping.aborted) throw error
        if (!(await work.stillReading())) return
        await work.fail(error)
      } finally {
        work.close()
      }
    },
  }
}

/** How often a page's progress is written and a cancel noticed: often enough to watch, rarely enough to cost nothing. */
const watchEvery = 1_000

class ReadingOf {
  private readonly cancel = new AbortController()
  private readonly watch: NodeJS.Timeout
  private readonly db: Database
  private readonly id: string
  private readonly unitPath: string
  private progress: ReadingProgress = emptyProgress

  constructor(db: Database, id: string, unitPath: string, stopping: AbortSignal) {
    this.db = db
    this.id = id
    this.unitPath = unitPath
    stopping.addEventListener('abort', () => this.cancel.abort())
    this.watch = setInterval(() => void this.look(), watchEvery)
  }

  close() {
    clearInterval(this.watch)
  }

  private scoped<T>(work: (tx: Db) => Promise<T>): Promise<T> {
    return asSystem(this.db, [this.unitPath], work)
  }

  /** Writes how far we are; when nobody waits for it any more (cancelled), stops. */
  private async look() {
    const waiting = await this.scoped((tx) => store.noteProgress(tx, this.id, this.progress)).catch(() => 1)
    if (waiting === 0) this.cancel.abort()
  }

  async stillReading(): Promise<boolean> {
    return (await this.scoped((tx) => store.getDirectiveAsSystem(tx, this.id)))?.state === 'reading'
  }

  async run(directive: store.DirectiveRow, resolverFor: ResolverFor) {
    const bytes = await this.scoped((tx) => readFile(tx, directive.fileId))
    if (!bytes) throw new Error(`the original of ${this.id} is missing`)
    const extraction = await extractText(bytes, {
      fileName: directive.fileName,
      signal: this.cancel.signal,
      donePages: await this.scoped((tx) => store.listPages(tx, this.id)),
      onProgress: (p) => {
        this.progress = { ...this.progress, page: p.page, pages: p.pages, method: p.method }
      },
      onPage: (page) => this.scoped((tx) => store.keepPage(tx, this.id, this.unitPath, page)),
    })
    const reading = await readOnThread(extraction.text, this.cancel.signal)
    const like = looksLikeDirective(reading)
    const done: ReadingProgress = {
      ...this.progress,
      page: extraction.pages.length,
      pages: extraction.pages.length,
      warning: like.ok ? null : like.why,
      ocrConfidence: meanConfidence(extraction.pages),
      recognised: recognisedPages(extraction.pages, reading.text),
    }
    await this.scoped(async (tx) => {
      const resolve = await resolverFor(tx, this.unitPath, reading.document)
      const finished = await store.finishReading(tx, this.id, {
        state: 'draft',
        sourceKind: extraction.kind,
        text: reading.text,
        document: proposeDocument(reading, resolve),
        sections: reading.sections,
        evidence: documentEvidence(reading),
        reading: done,
      })
      if (finished === 0) return
      const tasks = proposeTasks(reading, this.id, resolve, newId)
      await insertTasks(tx, this.unitPath, tasks)
      await indexDirective(tx, this.id)
      await recordSystemAudit(tx, 'directive.read', this.id, { tasks: tasks.length, source: extraction.kind })
    })
  }

  async fail(error: unknown) {
    const said =
      error instanceof DocumentError
        ? { code: error.code, message: error.message }
        : {
            code: 'document.reading-failed',
            message:
              'Máy chủ không đọc được tài liệu này. Bản gốc vẫn được lưu; hãy thử đọc lại hoặc dán nội dung văn bản.',
          }
    await this.scoped(async (tx) => {
      const finished = await store.finishReading(tx, this.id, {
        state: 'unreadable',
        sourceKind: null,
        text: '',
        document: emptyDocument,
        sections: [],
        evidence: {},
        reading: { ...this.progress, error: said },
      })
      if (finished > 0) await recordSystemAudit(tx, 'directive.unreadable', this.id, { code: said.code })
    })
    if (!(error instanceof DocumentError)) console.error('directive.read', this.id, error)
  }
}

function meanConfidence(pages: readonly { confidence: number | null }[]): number | null {
  const known = pages.map((p) => p.confidence).filter((c) => c !== null)
  return known.length === 0 ? null : known.reduce((sum, c) => sum + c, 0) / known.length / 100
}
