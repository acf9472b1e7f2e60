import { memo, useDeferredValue, useMemo, useRef } from 'react'

import { useWords } from '#platform/web/words/index.ts'
import type { Span, Task } from '../../domain/index.ts'
import { type Block, blocksOf, type Sheet, sheetsOf } from '../text/blocks.ts'
import { type BlockMarks, layMarks, marksOf } from '../text/marks.ts'
import { SelectionBar } from './SelectionBar.tsx'
import styles from './text.module.css'
import { TextBlock } from './TextBlock.tsx'
import { useTextFollow } from './use-text-follow.ts'
import { useTextPointing } from './use-text-pointing.ts'
import { words } from './words.ts'

interface TextPaneProps {
  text: string
  /** Tasks of the register, in its order. */
  tasks: readonly Task[]
  documentEvidence: Task['evidence']
  /** Parts of the text that were hard to recognise. */
  unsure: readonly Span[]
}

/** The first sheets are drawn at once, the rest when the browser has time: a text of 1 MB must not delay the page. */
const sheetsAtOnce = 4

export function TextPane({ text, tasks, documentEvidence, unsure }: TextPaneProps) {
  const say = useWords(words)
  const scroll = useRef<HTMLDivElement>(null)
  const laid = useRef<Map<number, BlockMarks>>(new Map())
  const blocks = useMemo(() => blocksOf(text), [text])
  const sheets = useMemo(() => sheetsOf(blocks), [blocks])
  const shown = useDeferredValue(sheets.length, Math.min(sheetsAtOnce, sheets.length))

  const marks = useMemo(() => {
    laid.current = layMarks(blocks, marksOf(tasks, documentEvidence), laid.current)
    return laid.current
  }, [blocks, tasks, documentEvidence])
  const taskMarks = useMemo(
    () => new Map(tasks.map((task, i) => [task.id, { tint: (i % 2) as 0 | 1, number: i + 1 }])),
    [tasks],
  )

  useTextFollow(scroll, documentEvidence)
  const pointing = useTextPointing(text)

  return (
    <div
      className={styles.scroll}
      ref={scroll}
      role="region"
      aria-label={say.text.label}
      tabIndex={0}
      data-text-pane
      {...pointing}
    >
      <div className={styles.text} lang="vi">
        {sheets.slice(0, shown).map((sheet, i) => (
          <TextSheet
            key={sheet.start}
            text={text}
            sheet={sheet}
            first={firstIndex(sheets, i)}
            marks={marks}
            tasks={taskMarks}
            unsure={unsure}
          />
        ))}
      </div>
      <SelectionBar text={text} tasks={tasks} scroll={scroll} />
    </div>
  )
}

function firstIndex(sheets: readonly Sheet[], at: number): number {
  let sum = 0
  for (let i = 0; i < at; i++) sum += sheets[i]!.blocks.length
  return sum
}

interface TextSheetProps {
  text: string
  sheet: Sheet
  /** Index of the sheet's first block in the whole text. */
  first: number
  marks: ReadonlyMap<number, BlockMarks>
  tasks: ReadonlyMap<string, { tint: 0 | 1; number: number }>
  unsure: readonly Span[]
}

const TextSheet = memo(function TextSheet({ text, sheet, first, marks, tasks, unsure }: TextSheetProps) {
  return (
    <div className={styles.sheet} style={{ containIntrinsicSize: `auto ${guessedHeight(sheet.blocks)}px` }}>
      {sheet.blocks.map((block, i) => (
        <TextBlock
          key={block.start}
          text={text}
          block={block}
          marks={marks.get(first + i)}
          tasks={tasks}
          unsure={unsure.some((part) => block.start < part.end && block.end > part.start)}
        />
      ))}
    </div>
  )
})

/** About 78 characters a line of 28px: near enough for the scroll bar until the sheet has been laid out once. */
function guessedHeight(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + Math.ceil((block.end - block.start) / 78) * 28 + 10, 0)
}
