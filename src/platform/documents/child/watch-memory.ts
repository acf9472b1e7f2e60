import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/**
 * Pictures and WebAssembly live outside the JavaScript heap, so its limit does not hold them. Where the system has
 * /proc, resident memory is looked at four times a second; elsewhere the limits on pixels and sizes must do.
 */
export function watchMemory(child: ChildProcess, limitMb: number, tooMuch: () => void): () => void {
  if (process.platform !== 'linux') return () => undefined
  const look = setInterval(() => {
    readFile(`/proc/${child.pid}/status`, 'utf8').then(
      (status) => {
        const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
        if (kilobytes > limitMb * 1024) tooMuch()
      },
      () => undefined, // it has just ended
    )
  }, 250)
  look.unref()
  return () => clearInterval(look)
}
