import { parentPort, workerData } from 'node:worker_threads'

import { drawings } from './draw.ts'

const { what, input } = workerData as { what: keyof typeof drawings; input: unknown[] }
const bytes = await (drawings[what] as (...input: unknown[]) => Promise<Uint8Array>)(...input)
parentPort!.postMessage(bytes, [bytes.buffer as ArrayBuffer])
