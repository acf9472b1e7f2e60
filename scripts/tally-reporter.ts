import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

import type { Reporter, SerializedError, TestModule } from 'vitest/node'

export interface Tally {
  passed: number
  failed: string[]
  skipped: string[]
}

/** Counts what Vitest ran, for the last line of `npm test`. A file that could not be loaded counts as one failure. */
export default class TallyReporter implements Reporter {
  private readonly file: string

  constructor() {
    this.file = process.env.PHAODAI_TALLY ?? 'tests/.artifacts/tally.json'
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tally: Tally = {
      passed: 0,
      failed: unhandled.map((error) => `ngoài phép thử / outside of tests: ${error.message}`),
      skipped: [],
    }
    for (const module of modules) {
      const where = `${module.project.name} ${module.relativeModuleId}`
      const tests = [...module.children.allTests()]
      for (const test of tests) {
        const result = test.result()
        const name = `${where} › ${test.fullName}`
        if (result.state === 'passed') tally.passed++
        else if (result.state === 'skipped')
          tally.skipped.push(`${name}: ${result.note ?? 'không nói lý do / no reason given'}`)
        else tally.failed.push(name)
      }
      const broken = module.errors().length > 0 || module.state() === 'pending' || module.state() === 'queued'
      if (broken)
        tally.failed.push(`${where}: ${module.errors()[0]?.message ?? 'không chạy xong / did not finish'}`)
    }
    mkdirSync(dirname(this.file), { recursive: true })
    writeFileSync(this.file, JSON.stringify(tally))
  }
}
