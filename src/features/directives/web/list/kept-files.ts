/** A file on its way to the server, kept on the device until it has arrived: a closed browser sends it next time. */
export interface KeptFile {
  /** Also the id of the document it becomes and of the request. */
  id: string
  accountId: string
  name: string
  file: Blob
}

const store = 'files'

/** IndexedDB, because localStorage holds neither files nor more than 5 MB. */
function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('phaodai-uploads', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (files: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const db = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(store, mode)
      const request = work(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    db.close()
  }
}

/** False when the device has no room: the upload goes on, but will not survive closing the page. */
export async function keepFile(file: KeptFile): Promise<boolean> {
  try {
    await within('readwrite', (files) => files.put(file))
    return true
  } catch {
    return false
  }
}

export async function dropFile(id: string): Promise<void> {
  try {
    await within('readwrite', (files) => files.delete(id))
  } catch {
    // A file that stays is sent once more under its own id and recognised by the server.
  }
}

export async function keptFiles(accountId: string): Promise<KeptFile[]> {
  try {
    const all = await within<KeptFile[]>('readonly', (files) => files.getAll())
    return all.filter((file) => file.accountId === accountId)
  } catch {
    return []
  }
}
