import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy, IconRosetteDiscountCheck } from '@tabler/icons-react'

import { formatMoment, formatNumber, useLanguage, useWords } from '#platform/web/words/index.ts'
import styles from './audit.module.css'
import { type Seal, shortRoot } from './entry.ts'
import { words } from './words.ts'

/** The last Merkle root: what an auditor writes down, and compares the next time. `undefined` while it is on its way. */
export function SealStrip({ seal }: { seal: Seal | null | undefined }) {
  const say = useWords(words)
  const { language } = useLanguage()
  if (seal === undefined) return null
  return (
    <section className={styles.seal} aria-label={say.sealTitle}>
      <IconRosetteDiscountCheck size={22} stroke={1.5} aria-hidden="true" />
      {seal ? (
        <>
          <p className={styles.sealFacts}>
            <strong>{say.sealTitle}</strong>{' '}
            {say.sealAt(formatMoment(seal.sealedAt), formatNumber(seal.lastId, language))}
            <span className={styles.sealWhy}>{say.sealWhy}</span>
          </p>
          <p className={styles.sealRoot}>
            <span>{say.sealRoot}</span>
            <code title={seal.root}>{shortRoot(seal.root)}</code>
            <CopyButton value={seal.root}>
              {({ copied, copy }) => (
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
                  onClick={copy}
                >
                  {copied ? say.sealCopied : say.sealCopy}
                </Button>
              )}
            </CopyButton>
          </p>
        </>
      ) : (
        <p className={styles.sealFacts}>{say.sealNone}</p>
      )}
    </section>
  )
}
