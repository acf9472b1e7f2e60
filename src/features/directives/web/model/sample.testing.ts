import type { Directive, Task, TaskContent } from '../../domain/index.ts'

/** A small invented document for tests: three tasks over one text. */
export const sampleText = [
  'Sở Y tế xét nghiệm toàn bộ công nhân trước ngày 30/9/2021; Công an tỉnh canh gác các chốt.',
  'Ủy ban nhân dân các huyện báo cáo hằng tuần về Ban Chỉ đạo.',
].join('\n')

export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const words = (text: string) => ({
  start: sampleText.indexOf(text),
  end: sampleText.indexOf(text) + text.length,
})
export const evidence = (text: string, confidence = 0.9) => ({ ...words(text), confidence, rule: 'test' })
export const party = (name: string, ...bodies: number[]) => ({
  name,
  bodyIds: bodies.map(idOf),
  how: bodies.length > 0 ? ('exact' as const) : ('none' as const),
})

export function task(
  n: number,
  quote: string,
  content: Partial<TaskContent>,
  more: Partial<Task> = {},
): Task {
  return {
    id: idOf(n),
    directiveId: idOf(900),
    position: n,
    state: 'proposed',
    origin: 'read',
    quote,
    span: words(quote),
    content: {
      section: '1',
      lead: [],
      coordinate: [],
      reportTo: [],
      reportVia: [],
      directs: [],
      deadline: null,
      targets: [],
      approval: null,
      softTime: [],
      ...content,
    },
    leadInherited: false,
    evidence: { quote: { ...words(quote), confidence: 0.95, rule: 'test' } },
    reviewed: false,
    version: 1,
    ...more,
  }
}

export function sampleDirective(): Directive {
  const by = { text: 'trước ngày 30/9/2021', kind: 'by' as const, date: '2021-09-30', start: null }
  return {
    id: idOf(900),
    state: 'draft',
    kind: 'chi-thi',
    number: '14-CT/TU',
    title: 'Về xét nghiệm',
    issuer: 'Tỉnh ủy',
    date: '2021-09-15',
    fileName: 'chi-thi.txt',
    bodyId: idOf(800),
    bodyName: 'Văn phòng Tỉnh ủy',
    taskCount: 3,
    createdBy: 'Chuyên viên',
    createdAt: '2021-09-15T02:00:00Z',
    issuedBy: null,
    issuedAt: null,
    reading: { page: 1, pages: 1, method: 'text', error: null, warning: null, ocrConfidence: null },
    fileId: idOf(901),
    fileType: 'text/plain',
    fileSize: 100,
    sourceKind: 'text',
    text: sampleText,
    document: {
      kind: 'chi-thi',
      title: 'Về xét nghiệm',
      issuer: 'Tỉnh ủy',
      issuerLevel: 'province',
      province: null,
      number: '14-CT/TU',
      date: '2021-09-15',
      meetingDate: null,
      signer: null,
      references: [],
      recipients: [party('Các huyện ủy', 11, 12)],
    },
    sections: [],
    evidence: {},
    tasks: [
      task(
        1,
        'Sở Y tế xét nghiệm toàn bộ công nhân trước ngày 30/9/2021',
        { lead: [party('Sở Y tế', 1)], deadline: by },
        { evidence: { 'lead/0': evidence('Sở Y tế'), deadline: evidence('trước ngày 30/9/2021', 0.5) } },
      ),
      task(
        2,
        'Công an tỉnh canh gác các chốt',
        { lead: [party('Công an tỉnh', 2)] },
        { evidence: { 'lead/0': evidence('Công an tỉnh') } },
      ),
      task(
        3,
        'Ủy ban nhân dân các huyện báo cáo hằng tuần về Ban Chỉ đạo',
        { section: '2', lead: [party('Ủy ban nhân dân các huyện')], reportTo: [party('Ban Chỉ đạo', 3)] },
        {
          evidence: {
            'lead/0': evidence('Ủy ban nhân dân các huyện'),
            'reportTo/0': evidence('Ban Chỉ đạo', 0.6),
          },
        },
      ),
    ],
    bodies: [],
    mayEdit: true,
    version: 1,
    revision: 7,
  }
}
