// For working on the pages: the product on port 8080 and Vite in front of it, both until Ctrl-C.
import { spawn } from 'node:child_process'

import { createServer } from 'vite'

const product = spawn(process.execPath, ['bin/phaodai', 'start', '--port', '8080'], { stdio: 'inherit' })
product.once('exit', (code) => process.exit(code ?? 1))
const vite = await createServer({ configFile: 'vite.config.ts' })
await vite.listen()
vite.printUrls()
