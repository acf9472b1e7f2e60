import { Skeleton } from '@mantine/core'

import { useWords } from '../words/index.ts'
import { words } from './words.ts'

/** The shape of a page while its script or its first answer is on the way. */
export function PageSkeleton() {
  const say = useWords(words)
  return (
    <div role="status" aria-label={say.loading}>
      <Skeleton height={24} width="min(20rem, 60%)" mb="lg" />
      {[90, 75, 82, 60, 70].map((width) => (
        <Skeleton key={width} height={16} width={`${width}%`} mb="sm" />
      ))}
    </div>
  )
}
