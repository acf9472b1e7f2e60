import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { api } from '#platform/web/api/index.ts'
import { ErrorState, PageSkeleton } from '#platform/web/ui/index.ts'
import { useWords } from '#platform/web/words/index.ts'
import type { Directive } from '../../domain/index.ts'
import { originalUrl } from '../queries.ts'
import styles from './bench.module.css'
import { words } from './words.ts'

const shownTypes = ['image/png', 'image/jpeg', 'image/webp']

/** A photo can stand in place of the text that was recognised from it; what a browser cannot draw in a page is opened beside. */
export function isShownHere(directive: Directive): boolean {
  return shownTypes.includes(directive.fileType)
}

export function OriginalImage({ directive }: { directive: Directive }) {
  const say = useWords(words)
  const file = useQuery({
    queryKey: ['directives', 'file', directive.fileId],
    queryFn: ({ signal }) => api.file(originalUrl(directive.id), {}, { signal }),
    staleTime: Infinity,
    gcTime: 60_000,
  })
  const url = useObjectUrl(file.data?.blob)
  if (file.error) return <ErrorState error={file.error} onRetry={() => void file.refetch()} />
  if (!url) return <PageSkeleton />
  return (
    <div className={styles.original} tabIndex={0} role="region" aria-label={say.bar.original}>
      <img src={url} alt={directive.fileName} />
    </div>
  )
}

/** Made and let go in one effect, so that the picture's bytes do not stay behind when the page is left. */
function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!blob) return
    const made = URL.createObjectURL(blob)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}
