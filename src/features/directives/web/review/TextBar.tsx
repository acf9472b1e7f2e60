import { IconExternalLink, IconPhoto } from '@tabler/icons-react'
import { useMemo } from 'react'

import { formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import type { Directive } from '../../domain/index.ts'
import { doubtfulPages, unsurePages } from '../model/unsure-pages.ts'
import { originalUrl } from '../queries.ts'
import styles from './bench.module.css'
import { bringIntoView } from './dom-place.ts'
import { isShownHere } from './OriginalImage.tsx'
import { runAt } from './use-text-follow.ts'
import { words } from './words.ts'

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
  const percent = (share: number) => `${formatNumber(Math.round(share * 100), language)} %`
  const low = useMemo(() => unsurePages(directive), [directive])
  const source = directive.sourceKind && say.text.source[directive.sourceKind]
  return (
    <div className={styles.bar}>
      <span className={styles.file} title={directive.fileName}>
        {directive.fileName}
      </span>
      {source && <span className={styles.source}>{source}</span>}
      {ocrConfidence !== null && (
        <span className={ocrConfidence < doubtfulPages ? styles.warn : undefined}>
          {say.text.ocr(percent(ocrConfidence))}
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
      {low.length > 0 ? (
        <span className={styles.lowPages}>
          {say.text.ocrPages}
          {low.map((page) => (
            <button key={page.number} type="button" onClick={() => showPlace(page.start)}>
              {say.text.ocrPage(formatNumber(page.number, language), percent(page.confidence))}
            </button>
          ))}
        </span>
      ) : (
        ocrConfidence !== null &&
        ocrConfidence < doubtfulPages && <span className={styles.warn}>{say.text.ocrLow}</span>
      )}
      {warning && <span className={styles.warn}>{warning}</span>}
    </div>
  )
}

function showPlace(offset: number) {
  const pane = document.querySelector<HTMLElement>('[data-text-pane]')
  const run = pane && runAt(pane, offset)
  if (run) bringIntoView(pane, run, 'smooth')
}
