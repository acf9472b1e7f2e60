import { useState } from 'react'

import { type FileKind, fileKinds, judgeFile } from '#lib/file-kind/index.ts'
import { newId } from '#platform/web/chance.ts'

export interface Photo {
  id: string
  file: File
  /** Why the server would not take it. */
  refused?: string
}

const kinds = Object.keys(fileKinds) as FileKind[]

/** Files chosen for a report; what the server would refuse by its content is refused before it is kept. */
export function usePhotos() {
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  async function add(files: readonly File[]) {
    for (const file of files) {
      const verdict = judgeFile(new Uint8Array(await file.arrayBuffer()), kinds)
      const photo = { id: newId(), file, ...(!verdict.ok && { refused: verdict.why }) }
      setPhotos((all) => [...all, photo])
    }
  }
  return {
    photos,
    add: (files: readonly File[]) => void add(files),
    remove: (id: string) => setPhotos((all) => all.filter((photo) => photo.id !== id)),
    good: photos.filter((photo) => !photo.refused),
  }
}
