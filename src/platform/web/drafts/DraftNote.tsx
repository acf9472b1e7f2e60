import styles from './DraftNote.module.css'
import { words } from '../ui/words.ts'
import { formatMoment, useWords } from '../words/index.ts'

/** "Bản nháp đã lưu trên máy này lúc 14:05 15/09/2021" */
export function DraftNote({ savedAt }: { savedAt: string | undefined }) {
  const say = useWords(words)
  return (
    <span role="status" className={styles.note}>
      {savedAt ? say.draft.saved(formatMoment(savedAt)) : ''}
    </span>
  )
}
