// Writes docs/api.json from the routes: run after changing one, and commit the result.
import { writeFileSync } from 'node:fs'

import { describeApi } from '../src/app/api-document.ts'

writeFileSync(new URL('../docs/api.json', import.meta.url), await describeApi())
