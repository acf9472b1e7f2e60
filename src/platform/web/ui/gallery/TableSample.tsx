import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { useState } from 'react'

import { ApiProblem, type Page } from '../../api/index.ts'
import { FilterBar } from '../filter/index.ts'
import { DueDate, EmptyState, type Meaning, StateBadge } from '../index.ts'
import { type Column, DataTable, type TableState, useTableState } from '../table/index.ts'
import { type SampleTask, sampleTasks } from './sample-tasks.ts'

const states: Readonly<Record<SampleTask['state'], { label: string; meaning: Meaning }>> = {
  new: { label: 'Mới giao', meaning: 'plain' },
  doing: { label: 'Đang làm', meaning: 'doing' },
  late: { label: 'Quá hạn', meaning: 'late' },
  soon: { label: 'Sắp đến hạn', meaning: 'soon' },
  done: { label: 'Đã xong', meaning: 'done' },
}

const columns: readonly Column<SampleTask>[] = [
  { id: 'number', label: 'Mục', cell: (task) => task.number, width: '4rem', always: true, onCard: 'none' },
  { id: 'text', label: 'Nhiệm vụ', cell: (task) => task.text, always: true, onCard: 'title' },
  {
    id: 'state',
    label: 'Trạng thái',
    cell: (task) => <StateBadge {...states[task.state]} />,
    width: '9rem',
    onCard: 'badge',
  },
  {
    id: 'due',
    label: 'Hạn',
    cell: (task) => <DueDate dueOn={task.due} doneOn={task.state === 'done' ? task.due : undefined} />,
    sortable: true,
    width: '15rem',
  },
  { id: 'lead', label: 'Chủ trì', cell: (task) => task.lead, sortable: true, width: '15rem' },
  { id: 'done', label: 'Đạt (%)', cell: (task) => task.done, sortable: true, align: 'end', width: '6rem' },
]

export function TableSample({ kind }: { kind: 'rows' | 'loading' | 'empty' | 'failed' }) {
  const state = useTableState({ filters: ['q', 'state'], size: 25 })
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
      empty={
        <EmptyState
          icon={IconInbox}
          title="Chưa có nhiệm vụ nào"
          text="Nhiệm vụ xuất hiện ở đây khi một chỉ đạo được ban hành cho cơ quan anh chị."
          action={<Button variant="default">Xem các chỉ đạo</Button>}
        />
      }
      {...(kind === 'rows' && {
        selection: { ids: chosen, onChange: setChosen, actions: <Button size="compact-sm">Đôn đốc</Button> },
        filters: (
          <FilterBar
            state={state}
            search="Tìm trong nội dung nhiệm vụ"
            filters={[
              {
                name: 'state',
                label: 'Trạng thái',
                options: Object.entries(states).map(([value, { label }]) => ({ value, label })),
              },
            ]}
          />
        ),
      })}
    />
  )
}

const all = sampleTasks(12_345)

/** What a server would answer. */
function pageOfSamples(state: TableState): Page<SampleTask> {
  const { q, state: wanted } = state.filters
  const found = all.filter((task) => (!q || task.text.includes(q)) && (!wanted || task.state === wanted))
  const start = (state.page - 1) * state.size
  return { rows: found.slice(start, start + state.size), total: found.length }
}
