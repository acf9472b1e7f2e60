import { ActionIcon, Button, Checkbox, Menu, Stack, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'

import { notify } from '../../notices/index.ts'
import { useWords } from '../../words/index.ts'
import type { MenuTarget } from '../LaterMenu.tsx'
import { OpenedMenu } from '../OpenedMenu.tsx'
import { OpenedPopover } from '../OpenedPopover.tsx'
import { type Column, shownColumns } from './columns.ts'
import styles from './DataTable.module.css'
import type { SavedView, useTableMemory } from './table-memory.ts'
import type { TableState } from './use-table-state.ts'
import { words } from './words.ts'

type Remembered = ReturnType<typeof useTableMemory>

export interface TableMenuProps {
  columns: ReadonlyArray<Column<never>>
  state: TableState
  memory: Remembered[0]
  onRemember: Remembered[1]
}

type Opened<P> = P & { target: MenuTarget }

export function ViewsMenu({ target, state, memory, onRemember }: Opened<TableMenuProps>) {
  const say = useWords(words)
  const [name, setName] = useState('')

  function save(event: FormEvent, close: () => void) {
    event.preventDefault()
    const given = name.trim()
    if (!given) return
    const view: SavedView = {
      name: given,
      search: state.snapshot(),
      ...(memory.columns && { columns: memory.columns }),
    }
    onRemember({ views: [...memory.views.filter((other) => other.name !== given), view] })
    notify({ tone: 'done', text: say.viewSaved(given) })
    setName('')
    close()
  }

  function remove(view: SavedView) {
    const before = memory.views
    onRemember({ views: before.filter((other) => other !== view) })
    notify({ tone: 'note', text: say.viewDeleted(view.name), undo: () => onRemember({ views: before }) })
  }

  return (
    <OpenedPopover target={target} position="bottom-end" width={300}>
      {(close) => (
        <>
          {memory.views.length === 0 && (
            <Text size="sm" c="dimmed">
              {say.viewNone}
            </Text>
          )}
          <ul className={styles.views}>
            {memory.views.map((view) => (
              <li key={view.name}>
                <Button
                  variant="subtle"
                  color="gray"
                  size="xs"
                  justify="flex-start"
                  onClick={() => {
                    state.restore(view.search)
                    onRemember(view.columns ? { columns: view.columns } : {})
                    close()
                  }}
                >
                  {view.name}
                </Button>
                <ActionIcon aria-label={say.viewDelete(view.name)} onClick={() => remove(view)}>
                  <IconTrash size={16} stroke={1.6} />
                </ActionIcon>
              </li>
            ))}
          </ul>
          <form onSubmit={(event) => save(event, close)} className={styles.saveView}>
            <TextInput
              size="xs"
              label={say.viewSave}
              placeholder={say.viewName}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <Button type="submit" size="xs" variant="default">
              {say.save}
            </Button>
          </form>
        </>
      )}
    </OpenedPopover>
  )
}

export function ColumnsMenu({ target, columns, memory, onRemember }: Opened<TableMenuProps>) {
  const say = useWords(words)
  const shown = shownColumns(columns, memory.columns).map((column) => column.id)
  return (
    <OpenedPopover target={target} position="bottom-end" width={260}>
      {() => (
        <>
          <Checkbox.Group
            value={shown}
            onChange={(ids) => onRemember({ columns: ids })}
            aria-label={say.columns}
          >
            <Stack gap="xs">
              {columns.map((column) => (
                <Checkbox
                  key={column.id}
                  size="xs"
                  value={column.id}
                  label={column.label}
                  disabled={Boolean(column.always)}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <Button
            mt="sm"
            size="compact-xs"
            variant="subtle"
            color="gray"
            onClick={() => onRemember({ columns: columns.filter((c) => !c.hiddenAtFirst).map((c) => c.id) })}
          >
            {say.columnsReset}
          </Button>
        </>
      )}
    </OpenedPopover>
  )
}

export function ExportMenu({ target, onExport }: Opened<{ onExport: (format: 'csv' | 'xlsx') => void }>) {
  const say = useWords(words)
  return (
    <OpenedMenu target={target}>
      <Menu.Item onClick={() => onExport('xlsx')}>{say.exportAs('Excel (XLSX)')}</Menu.Item>
      <Menu.Item onClick={() => onExport('csv')}>{say.exportAs('CSV')}</Menu.Item>
      <Menu.Label maw={240}>{say.exportNote}</Menu.Label>
    </OpenedMenu>
  )
}
