import { parentPort, workerData } from 'node:worker_threads'

import { readDirective } from '#lib/directive-reader/index.ts'

parentPort?.postMessage(readDirective(String(workerData)))
