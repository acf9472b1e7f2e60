import { refuse } from '../document-error.ts'
import { type GuardedZip, openGuardedZip } from '../zip/zip-guard.ts'
import { walkXml } from '../zip/xml.ts'

/** The parts of a Word document, inflated and decoded. */
interface WordPackage {
  document: string
  numbering: string | null
  styles: string | null
  footnotes: string | null
  endnotes: string | null
}

/**
 * Opens a zip as a Word document. What is inside decides: a spreadsheet or slides renamed to .docx are named for what
 * they are. Throws `document.spreadsheet`, `document.unsupported-format`, `document.not-a-document`, and what the guard throws.
 */
export async function openWordPackage(bytes: Uint8Array): Promise<WordPackage> {
  const zip = await openGuardedZip(bytes, 'Word')
  await refuseOtherOffice(zip)
  const main = await mainPart(zip)
  const document = await part(zip, main)
  if (document === null) throw refuse.notADocument({ what: 'tệp nén ZIP' })
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  return {
    document,
    numbering: await part(zip, `${folder}numbering.xml`),
    styles: await part(zip, `${folder}styles.xml`),
    footnotes: await part(zip, `${folder}footnotes.xml`),
    endnotes: await part(zip, `${folder}endnotes.xml`),
  }
}

async function refuseOtherOffice(zip: GuardedZip): Promise<void> {
  if (zip.names.has('xl/workbook.xml') || zip.names.has('xl/workbook.bin'))
    throw refuse.spreadsheet({ format: 'Excel' })
  if (zip.names.has('ppt/presentation.xml'))
    throw refuse.oldFormat({ what: 'bài trình chiếu PowerPoint', saveAs: 'PDF' })
  const mimetype = (await zip.read('mimetype'))?.toString('latin1') ?? ''
  if (mimetype.includes('opendocument.spreadsheet')) throw refuse.spreadsheet({ format: 'OpenDocument' })
  if (mimetype.includes('opendocument'))
    throw refuse.oldFormat({ what: 'văn bản OpenDocument (.odt)', saveAs: '.docx' })
  if (mimetype.includes('epub')) throw refuse.oldFormat({ what: 'sách điện tử EPUB', saveAs: 'PDF' })
}

/** The package names its main part; Word itself sometimes calls it document2.xml. */
async function mainPart(zip: GuardedZip): Promise<string> {
  let target = 'word/document.xml'
  const relations = await part(zip, '_rels/.rels')
  if (relations === null) return target
  walkXml(relations, {
    open: (name, attributes) => {
      if (name === 'Relationship' && attributes.Type?.endsWith('/officeDocument')) {
        target = (attributes.Target ?? target).replace(/^\//, '')
      }
    },
  })
  return target
}

async function part(zip: GuardedZip, name: string): Promise<string | null> {
  const bytes = await zip.read(name)
  if (bytes === null) return null
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return new TextDecoder(utf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
}
