import { IconExternalLink, IconPhoto } from '@tabler/icons-react'

import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Directive } from '../../domain/index.ts'
import { originalUrl } from '../queries.ts'
import styles from './bench.module.css'
import { isShownHere } from './OriginalImage.tsx'
import { words } from './words.ts'

/** Recognised text is shown with a warning below this mean confidence of its pages. */
const doubtfulPages = 0.85

interface TextBarProps {
  directive: Directive
  /** The photo stands in place of its text. */
  original: boolean
  onOriginal: (shown: boolean) => void
}

/** Where the text on the left comes from, and how far it can be trusted. */
export function TextBar({ directive, original, onOriginal }: TextBarProps) {
  const say = useWords(words)
  const { language } = useLanguage()
  const { ocrConfidence, warning } = directive.reading
  const source = directive.sourceKind && say.text.source[directive.sourceKind]
  return (
    <div className={styles.bar}>
      <span className={styles.file} title={directive.fileName}>
        {directive.fileName}
      </span>
      {source && <span className={styles.source}>{source}</span>}
      {ocrConfidence !== null && (
        <span className={ocrConfidence < doubtfulPages ? styles.warn : undefined}>
          {say.text.ocr(`${formatNumber(Math.round(ocrConfidence * 100), language)} %`)}
        </span>
      )}
      {isShownHere(directive) && (
        <button type="button" aria-pressed={original} onClick={() => onOriginal(!original)}>
          <IconPhoto size={14} stroke={1.8} aria-hidden="true" />
          {original ? say.text.recognised : say.text.photo}
        </button>
      )}
      <a href={`${originalUrl(directive.id)}?show=1`} target="_blank" rel="noreferrer">
        <IconExternalLink size={14} stroke={1.8} aria-hidden="true" />
        {say.text.original}
      </a>
      {ocrConfidence !== null && ocrConfidence < doubtfulPages && (
        <span className={styles.warn}>{say.text.ocrLow}</span>
      )}
      {warning && <span className={styles.warn}>{warning}</span>}
    </div>
  )
}
