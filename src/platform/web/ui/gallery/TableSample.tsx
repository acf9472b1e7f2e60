import { useState } from 'react'

import type { Page } from '../../api/index.ts'
import { ApiProblem } from '../../api/index.ts'
import { today } from '../../clock.ts'
import { type Column, DataTable, type TableState, useTableState } from '../table/index.ts'
import { type SampleTask, sampleTasks } from './sample-tasks.ts'

const columns: readonly Column<SampleTask>[] = [
  { id: 'number', label: 'Mục', cell: (task) => task.number, width: '4rem', always: true, onCard: 'none' },
  { id: 'text', label: 'Nhiệm vụ', cell: (task) => task.text, always: true, onCard: 'title' },
  { id: 'lead', label: 'Chủ trì', cell: (task) => task.lead, sortable: true, width: '15rem' },
  { id: 'done', label: 'Đạt (%)', cell: (task) => task.done, sortable: true, align: 'end', width: '6rem' },
]

export function TableSample({ kind }: { kind: 'rows' | 'loading' | 'empty' | 'failed' }) {
  const state = useTableState({ filters: ['q'], size: 25 })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  return (
    <DataTable
      id={`kit.${kind}`}
      label={`Nhiệm vụ mẫu (${kind})`}
      columns={columns}
      state={state}
      result={{
        data: kind === 'rows' ? pageOfSamples(state) : kind === 'empty' ? { rows: [], total: 0 } : undefined,
        error: kind === 'failed' ? new ApiProblem('network.not-reached', 0, '') : null,
        isFetching: kind === 'loading',
        refetch: () => {},
      }}
      rowId={(task) => task.id}
      rowTone={(task) => (task.state === 'late' || task.state === 'soon' ? task.state : 'plain')}
      onOpen={() => {}}
      onExport={() => {}}
      {...(kind === 'rows' && { selection: { ids: chosen, onChange: setChosen, actions: null } })}
    />
  )
}

const all = sampleTasks(12_345, (days) => shiftDay(today(), days))

function pageOfSamples(state: TableState): Page<SampleTask> {
  const start = (state.page - 1) * state.size
  return { rows: all.slice(start, start + state.size), total: all.length }
}

function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
