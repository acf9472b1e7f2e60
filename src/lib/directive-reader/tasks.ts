// From paragraphs to tasks: who is told, by the line itself or by what it stands below.
import { foldAccents } from '#lib/text-vi/index.ts'
import { attributesIn, fillIn, isAttribute } from './attributes.ts'
import type { Body } from './bodies.ts'
import { unitWords } from './body-words.ts'
import { draft, type DraftSection, type DraftTask, type Item, type Surroundings } from './drafts.ts'
import { groupsOf, type Group } from './groups.ts'
import { assignsBelow, firstNames, isHeading, leadsOfHeading, noteSection } from './headings.ts'
import { labelAt } from './labels.ts'
import type { Paragraph } from './layout.ts'
import { ranks } from './marks.ts'
import { Outline, opensSection, standing, type Standing } from './outline.ts'
import { findCoordination } from './parties.ts'
import { spanIn } from './passage.ts'
import { addressedIn } from './preamble.ts'
import type { ClauseReading } from './assignments.ts'
import { readClause } from './predicates.ts'
import { silenceOf } from './silence.ts'
import { columnsOf, isRow, readRow, type Column } from './table-rows.ts'
import { phrases, tokensOf, wordAt, type Token } from './tokens.ts'

/** Places and people that "Đối với …:" tells as the matter of the body above it. */
const matters =
  /^(?:các )?(?:xã|phường|khu|vùng|địa bàn|ổ dịch|người |hộ |trường hợp|chốt|ấp|thôn|doanh nghiệp|cơ sở|nơi)/iu

export interface BodyReading {
  tasks: DraftTask[]
  sections: DraftSection[]
}

/** `behind` are the paragraphs behind the signature: of an appendix only tables of work are read. */
export function readTasks(
  paragraphs: readonly Paragraph[],
  first: number,
  behind: readonly Paragraph[],
  surroundings: Surroundings,
): BodyReading {
  const reader = new BodyReader(surroundings)
  for (const p of paragraphs.slice(0, first))
    if (isRow(p.flat)) reader.readRow(p, '0')
    else if (!p.flat.endsWith(':') && p.mark === null) reader.readOpening(p)
  // "Trân trọng cảm ơn./." behind the closing paragraph is a formula.
  let end = paragraphs.length
  while (end > first && /^(?:xin )?trân trọng/iu.test(paragraphs[end - 1]?.flat ?? '')) end--
  for (let i = first; i < end; i++) {
    const p = paragraphs[i]
    if (p) reader.readParagraph(p, i + 1 < end ? paragraphs[i + 1] : undefined)
  }
  for (const p of behind) if (isRow(p.flat)) reader.readRow(p, '0')
  return reader
}

class BodyReader implements BodyReading {
  tasks: DraftTask[] = []
  sections: DraftSection[] = []
  private outline = new Outline()
  private around: Surroundings
  private afterColon = false
  private headed = false
  private listed = false
  /** Number of tasks before the item that is open: lines of attributes fill in those behind. */
  private itemFrom = 0
  private columns: Column[] | null = null

  constructor(around: Surroundings) {
    this.around = around
  }

  /** Before the first number only a body that is told it must ("… các địa phương cần khảo sát …") is given a task. */
  readOpening(p: Paragraph): void {
    const tokens = tokensOf(p.flat)
    const groups = groupsOf(tokens, 0, endOf(tokens, 0), p.flat, this.around.deadlines, false)
    // "…, Chủ tịch UBND tỉnh yêu cầu Công an tỉnh chủ trì …; Sở Y tế …": a letter that tells at once what to do.
    const told = groups.findIndex(({ reading, silent }) => !silent && tellsAtOnce(reading, tokens, p.flat))
    if (told >= 0) {
      const from = groups[told]?.from ?? 0
      const item = {
        p,
        next: undefined,
        tokens,
        from,
        to: endOf(tokens, from),
        closing: false,
        listed: false,
        formula: false,
      }
      this.readSentences(item, from, from, [])
      return
    }
    for (const group of groups) {
      const { reading } = group
      const must = ['cần', 'phải'].includes(wordAt(tokens, reading.predicate))
      if (group.silent || reading.pattern !== 'subject' || !must) continue
      const task = draft(p, tokens, group.from, group, reading.leads, null, '0', this.around)
      if (task) this.tasks.push(task)
    }
  }

  /** A row of a table: a task below a head that names the work, otherwise figures. */
  readRow(p: Paragraph, section: string): void {
    const head = columnsOf(p)
    const task = head || !this.columns ? null : readRow(p, this.columns, section, this.around)
    this.columns = head ?? this.columns
    if (task) this.tasks.push(task)
  }

  readParagraph(p: Paragraph, next: Paragraph | undefined): void {
    if (isRow(p.flat)) {
      if (this.outline.silent !== 'all') this.readRow(p, this.outline.section)
      return
    }
    this.columns = null
    this.outline.enter(p.mark, this.afterColon)
    const tokens = tokensOf(p.flat)
    const from = tokens.findIndex((t) => t.start >= (p.mark?.length ?? 0))
    // "(1) Số hộ …" below "báo cáo về một số nội dung sau:" says what to report: part of that task, none of its own.
    const inner = p.mark?.rank === ranks.inner
    if (!inner) this.listed = false
    const before = this.tasks.length
    const last = next === undefined && p.mark === null
    const closing = last && (this.sections.length > 0 || this.tasks.length > 2)
    if (from >= 0) this.read({ p, next, tokens, from, to: endOf(tokens, from), closing, listed: this.listed })
    // A line that only names who is told stands over a paragraph without a mark, colon or not.
    this.afterColon = p.flat.endsWith(':') || this.headed
    this.headed = false
    if (this.afterColon && !inner) this.listed = this.tasks.length > before
  }

  private read(item: Item): void {
    const { p, next, tokens, from, to } = item
    const { outline } = this
    const heading = isHeading(item)
    if (opensSection(p.mark)) noteSection(item, heading, outline.section, this.sections)
    const silence = silenceOf(p.flat.slice(tokens[from]?.start ?? 0), heading)
    if (silence !== 'no') outline.setSilent(silence)
    if (outline.silent === 'all' || to <= from) return
    if (isAttribute(tokens, from, to)) {
      fillIn(
        p,
        tokens,
        attributesIn(tokens, from, to),
        this.tasks.slice(this.itemFrom),
        this.around.deadlines,
      )
      return
    }
    if (p.mark !== null) this.itemFrom = this.tasks.length
    if (p.mark === null && p.flat.endsWith(':') && next?.mark && next.mark.rank <= ranks.num) {
      const addressed = addressedIn(p, true)
      if (addressed) outline.setLead({ ...addressed, where: 'section' })
    } else if (heading) {
      this.readHeading(item)
      this.headed = true
    } else this.readLabelled(item)
  }

  private readHeading(item: Item): void {
    const { p, tokens, from, to } = item
    const leads = leadsOfHeading(item, this.outline.assigning)
    if (assignsBelow.test(foldAccents(p.flat))) this.outline.setAssigning()
    if (leads.length === 0) return
    const partners = findCoordination(tokens, from, to, p.flat).map((c) => ({
      text: c.text,
      span: spanIn(p, c.start, c.end),
    }))
    this.outline.setLead({
      ...standing(p, leads, 'section'),
      ...(partners.length > 0 ? { partners } : {}),
    })
  }

  private readLabelled(item: Item): void {
    const { p, tokens, from, to } = item
    const { outline } = this
    const label = labelAt(tokens, from, to, p.flat)
    if (!label) {
      this.readSentences(item, from, from, [])
      return
    }
    // "Đối với các xã vùng đỏ: …" below "UBND các huyện" tells where, not who.
    const topic =
      outline.lead !== null &&
      label.leads.length > 0 &&
      /^(?:Riêng )?đối với /iu.test(p.flat.slice(tokens[from]?.start ?? 0)) &&
      label.leads.every((b) => b.canonical.every((name) => matters.test(name)))
    if (topic) {
      this.readSentences(item, label.content, label.content, [])
      return
    }
    if (label.leads.length > 0)
      outline.setLead(standing(p, label.leads, opensSection(p.mark) ? 'section' : 'item'))
    else if (opensSection(p.mark)) {
      const words = p.flat.slice(tokens[from]?.start ?? 0, tokens[label.content - 1]?.start ?? 0)
      const topic = silenceOf(words, true)
      if (topic !== 'no') outline.setSilent(topic)
      if (topic === 'all') return
    }
    if (label.content >= to) return
    const named = label.quoted ? label.leads : []
    this.readSentences(item, named.length > 0 ? from : label.content, label.content, named)
  }

  /** Reads the words from `content`; the first task begins at `start` when the label that names its lead is quoted. */
  private readSentences(item: Item, start: number, content: number, named: readonly Body[]): void {
    const { p, tokens, to, closing } = item
    const { outline } = this
    const groups = groupsOf(tokens, content, to, p.flat, this.around.deadlines, closing)
    let recent: Standing | null = null
    // "…; yêu cầu doanh nghiệp …" inside a sentence is told for that sentence only.
    let sentence: Standing | null = null
    for (const [k, group] of groups.entries()) {
      const own = this.onlyCounted(tokens, group) ? [] : group.reading.leads
      const leads = own.length > 0 ? own : k === 0 ? named : []
      if (group.after !== ';') sentence = null
      if (group.silent) {
        recent = leads.length > 0 ? standing(p, leads, 'paragraph') : recent
        continue
      }
      if (leads.length === 0 && this.needsName(item, group)) continue
      if (leads.length > 0) {
        const told = standing(p, leads, 'paragraph')
        const { pattern } = group.reading
        if (pattern.startsWith('assign') && group.after === ';' && recent) sentence = told
        else if (pattern !== 'assign:heads') recent = told
        if (k === 0 && recent) this.leadBelow(recent)
      }
      const labelled = k === 0 && named.length > 0 && group.reading.leads.length === 0
      this.add(item, labelled ? start : group.from, group, leads, sentence ?? recent)
    }
    if (groups.length > 0 || !p.flat.endsWith(':')) return
    const reading = readClause(tokens, start, to, p.flat)
    const leads = reading.leads.length > 0 ? reading.leads : firstNames(item, start)
    if (leads.length > 0) outline.setLead(standing(p, leads, 'section'))
  }

  /** "Mỗi chợ phải có …" below a body that answers for the markets says how many, not who. */
  private onlyCounted(tokens: readonly Token[], group: Group): boolean {
    const { leads, kind } = group.reading
    if (kind !== 'subject' || leads.length !== 1 || !this.outline.namedBelow) return false
    const at = leads[0]?.from ?? 0
    const many = counting.match(tokens, at)
    const what = at + many + (wordAt(tokens, at + many) === 'các' ? 1 : 0)
    // Communes and hamlets act for themselves.
    return many > 0 && leads[0]?.office !== true && unitWords.match(tokens, what) === 0
  }

  /** Below some headings, and in a list of what to report, only what names a body is a task. */
  private needsName({ listed }: Item, group: Group): boolean {
    return this.outline.silent === 'named' || (listed && group.reading.kind !== 'order')
  }

  /** The first lead of an item that has none stands for what is below it. */
  private leadBelow(told: Standing): void {
    if (!this.outline.hasOwnLead()) this.outline.setLead({ ...told, where: 'section' })
  }

  private add(item: Item, begin: number, group: Group, leads: readonly Body[], told: Standing | null): void {
    const { p, tokens, closing } = item
    const above = closing ? null : this.outline.lead
    const inherited = leads.length > 0 ? null : (told ?? above ?? this.around.standing)
    const section = closing ? 'end' : this.outline.section
    const task = draft(p, tokens, begin, group, leads, inherited, section, this.around)
    if (task) this.tasks.push(task)
  }
}

const counting = phrases(['mỗi', 'tất cả', 'từng', 'bình quân mỗi', 'đảng viên', 'lãnh đạo ubnd'])

/** An order of the issuer to one body that says what it must do, not only "thực hiện một số nội dung sau". */
function tellsAtOnce(
  { pattern, leads, predicate }: ClauseReading,
  tokens: readonly Token[],
  flat: string,
): boolean {
  if (!/^assign:(?:yêu-cầu|giao|đề-nghị)/u.test(pattern) || leads.length === 0) return false
  const what = flat.slice(tokens[predicate]?.start ?? 0)
  return (
    /^(?:chủ trì|phối hợp|chỉ đạo|khẩn trương|rà soát|tham mưu|tổ chức|xây dựng|triển khai ngay)/iu.test(
      what,
    ) && what.length > 60
  )
}

/** Last token of the words: final marks ("./.", ";") are no part of a quote. */
function endOf(tokens: readonly Token[], from: number): number {
  let to = tokens.length
  while (to > from && ['.', ';', ',', '/', '…'].includes(wordAt(tokens, to - 1))) to--
  return to
}
