import { refuse } from '../document-error.ts'
import { tidy } from '../text/decode.ts'
import { walkXml } from '../zip/xml.ts'
import { type BodyBlock, joinBlocks } from './blocks.ts'
import { readNumbering, type Numbering } from './numbering.ts'
import { openWordPackage } from './package.ts'
import { ParagraphBuilder } from './paragraph.ts'
import { readStyles, type Styles } from './styles.ts'
import { TableBuilder } from './table.ts'

/**
 * The text of a Word document with the list numbers Word draws, tables row by row and footnotes at the end.
 * Deleted, hidden and moved-away text is left out; inserted text is kept: what a reader would see on paper.
 * (mammoth, tried first, drops the numbers and does not tell which list a paragraph belongs to.)
 * Throws the refusals of the package, `document.damaged` and `document.no-text`.
 */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const parts = await openWordPackage(bytes)
  const styles = readStyles(parts.styles)
  const [body] = readStories(parts.document, 'w:body', styles, readNumbering(parts.numbering, styles))
  const notes = [
    ...(parts.footnotes === null ? [] : readStories(parts.footnotes, 'w:footnote', styles, null)),
    ...(parts.endnotes === null ? [] : readStories(parts.endnotes, 'w:endnote', styles, null)),
  ]
  const pieces = [joinBlocks(body?.blocks ?? []), ...notes.map(joinNote)]
  const text = tidy(pieces.filter((piece) => piece !== '').join('\n\n'))
  if (text.trim() === '') throw refuse.noText({ format: 'Word' })
  return text
}

interface Story {
  id: string
  blocks: BodyBlock[]
}

function joinNote(note: Story): string {
  const words = joinBlocks(note.blocks).replace(/\n+/g, ' ').trim()
  return words === '' ? '' : `[${note.id}] ${words}`
}

/** Elements whose content is not on the paper, or is there twice (Fallback repeats Choice). */
const skipped = new Set(
  'w:del w:moveFrom mc:Fallback w:instrText w:delText w:rPrChange w:pPrChange w:tblPrChange w:sectPrChange'.split(
    ' ',
  ),
)

/** Walks a part and gives the stories in it: the one body, or every note. */
function readStories(xml: string, element: string, styles: Styles, numbering: Numbering | null): Story[] {
  const stories: Story[] = []
  // Text boxes put paragraphs inside paragraphs, and cells put tables inside tables.
  const open: (ParagraphBuilder | TableBuilder)[] = []
  let skipping = 0
  let inText = false

  const finish = () => {
    const builder = open.pop()
    const blocks = builder instanceof ParagraphBuilder ? builder.finish(numbering) : (builder?.finish() ?? [])
    for (const block of blocks) {
      const outer = open.at(-1)
      if (outer) outer.add(block)
      else stories.at(-1)?.blocks.push(block)
    }
  }

  walkXml(
    xml,
    {
      open: (name, attributes) => {
        if (skipping > 0 || skipped.has(name)) skipping++
        else if (name === element) stories.push({ id: attributes['w:id'] ?? '', blocks: [] })
        else if (name === 'w:p') open.push(new ParagraphBuilder(styles))
        else if (name === 'w:tbl') open.push(new TableBuilder())
        else if (name === 'w:t' || name === 'm:t') inText = true
        else open.at(-1)?.open(name, attributes)
      },
      text: (text) => {
        const builder = open.at(-1)
        if (inText && skipping === 0 && builder instanceof ParagraphBuilder) builder.text(text)
      },
      close: (name) => {
        if (skipping > 0) skipping--
        else if (name === 'w:t' || name === 'm:t') inText = false
        else if (name === 'w:p' || name === 'w:tbl') finish()
        else open.at(-1)?.close(name)
      },
    },
    'Word',
  )
  return stories
}
