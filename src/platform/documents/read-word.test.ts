import mammoth from 'mammoth'
import { expect, test } from 'vitest'

import { sample, wordDirective, zipOf } from '#tests/fixtures/documents/make.ts'

import { extractText } from './index.ts'

const read = async (bytes: Uint8Array) => (await extractText(bytes, { fileName: 'chi-thi.docx' })).text

const wordSpace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
/** A document of the given body XML, with the least that makes it one. */
const wordOf = (body: string, parts: Record<string, string> = {}) =>
  zipOf([
    {
      name: 'word/document.xml',
      content: `<w:document ${wordSpace} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    },
    ...Object.entries(parts).map(([name, inner]) => ({ name: `word/${name}.xml`, content: inner })),
  ])
const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const inList = (numId: number, level: number) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`

test('a directive typed in Word comes out as it looks on paper', async () => {
  const { kind, text } = await extractText(await wordDirective(), { fileName: 'chi-thi.docx' })
  expect(kind).toBe('docx')
  expect(text.split('\n\n')).toEqual([
    `${sample.issuer}\n*\n${sample.number}`,
    `${sample.party}\n${sample.date}`,
    `${sample.kind}\n${sample.title}`,
    sample.opening,
    'I. NHIỆM VỤ CHUNG',
    `1. ${sample.tasks[0]}`,
    'a) Lập tổ kiểm tra',
    'b) Kiểm tra hằng ngày',
    '- Ghi sổ theo dõi',
    `2. ${sample.tasks[1]}[1]`,
    'a) Bố trí chỗ ở',
    'II. PHÂN CÔNG',
    'TT | Nội dung | Thời hạn\n1 | Rà soát nhà trọ | 15/9/2021',
    ['Nơi nhận:', ...sample.recipients].join('\n'),
    sample.signature.join('\n'),
    '[1] Theo báo cáo của ngành y tế.',
  ])
})

test('no word is lost against another reader', async () => {
  const bytes = await wordDirective()
  const ours = new Set((await read(bytes)).split(/[\s|[\]]+/))
  const theirs = (await mammoth.extractRawText({ buffer: bytes })).value
    .split(/[\s[\]]+/)
    .filter((word) => /\p{L}/u.test(word))
  expect(theirs.length).toBeGreaterThan(100)
  expect(theirs.filter((word) => !ours.has(word))).toEqual([])
})

test('lists follow the rules of Word: levels in a number, a new start, a list that goes on, a style that numbers', async () => {
  const level = (i: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
  const numbering = `<w:numbering ${wordSpace}>
    <w:abstractNum w:abstractNumId="0">${level(0, 'upperRoman', '%1.')}${level(1, 'decimal', '%1.%2.', '<w:isLgl/>')}${level(2, 'lowerLetter', '%3)')}</w:abstractNum>
    <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7')}${level(1, 'bullet', '+')}</w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
  const styles = `<w:styles ${wordSpace}><w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="MucCon"><w:basedOn w:val="Muc"/></w:style></w:styles>`
  const body =
    paragraph('một', '<w:pStyle w:val="MucCon"/>') +
    paragraph('hai', inList(1, 1)) +
    paragraph('ba', inList(1, 1)) +
    paragraph('bốn', inList(1, 2)) +
    paragraph('năm', inList(1, 0)) +
    paragraph('sáu', inList(1, 1)) +
    paragraph('bảy', inList(2, 0)) +
    paragraph('tám', inList(3, 0)) +
    paragraph('chín', inList(3, 1)) +
    paragraph('mười', '<w:pStyle w:val="Muc"/><w:numPr><w:numId w:val="0"/></w:numPr>')
  const text = await read(wordOf(body, { numbering, styles }))
  expect(text.split('\n\n')).toEqual([
    'I. một',
    '1.1. hai',
    '1.2. ba',
    'a) bốn',
    'II. năm',
    '2.1. sáu',
    'V. bảy',
    '- tám',
    '+ chín',
    'mười',
  ])
})

test('deleted, hidden and repeated words are not on the paper; inserted ones are', async () => {
  const body =
    '<w:p><w:r><w:t>Giao </w:t></w:r><w:del><w:r><w:delText>Sở Nội vụ</w:delText></w:r></w:del><w:ins><w:r><w:t>Sở Y tế</w:t></w:r></w:ins>' +
    '<w:r><w:rPr><w:vanish/></w:rPr><w:t> bí mật</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>' +
    `<w:p><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('trong khung')}</w:txbxContent></mc:Choice>` +
    `<mc:Fallback><w:txbxContent>${paragraph('trong khung')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:p>` +
    '<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>chỉ thị</w:t></w:r></w:p>' +
    '<w:p><w:r><w:t>Số 12</w:t><w:noBreakHyphen/><w:t>CT/TU</w:t><w:br/><w:t>ngày 1/3</w:t></w:r></w:p>'
  expect((await read(wordOf(body))).split('\n\n')).toEqual([
    'Giao Sở Y tế',
    'trong khung',
    'CHỈ THỊ',
    'Số 12-CT/TU\nngày 1/3',
  ])
})

test('paragraphs kept in fonts from before Unicode are read by their font', async () => {
  const run = (font: string, text: string) =>
    `<w:p><w:r><w:rPr><w:rFonts w:ascii="${font}"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`
  const text = await read(
    wordOf(
      run('.VnTime', 'Céng hoµ x· héi') +
        run('.VnTimeH', 'ChØ thÞ') +
        run('VNI-Times', 'Vieät Nam') +
        run('Arial', 'Việt Nam'),
    ),
  )
  expect(text.split('\n\n')).toEqual(['Cộng hoà xã hội', 'CHỈ THỊ', 'Việt Nam', 'Việt Nam'])
})

test('another program may choose other prefixes and entities', async () => {
  const document =
    '<?xml version="1.0"?><ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body><ns0:p><ns0:r><ns0:t>C&#244;ng an &amp; Y t&#x1EBF;</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>'
  expect(await read(zipOf([{ name: 'word/document.xml', content: document }]))).toBe('Công an & Y tế')
})
