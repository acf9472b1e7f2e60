import { ActionIcon, Button, Checkbox, Menu, Popover, Stack, Text, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconBookmark, IconColumns3, IconDownload, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'

import { notify } from '../../notices/index.ts'
import { useWords } from '../../words/index.ts'
import { shownColumns } from './columns.ts'
import { SortSelect } from './SortSelect.tsx'
import styles from './DataTable.module.css'
import type { DataTableProps } from './DataTable.tsx'
import type { SavedView, useTableMemory } from './table-memory.ts'
import { words } from './words.ts'

type Remembered = ReturnType<typeof useTableMemory>
interface ToolsProps<Row> extends DataTableProps<Row> {
  memory: Remembered[0]
  onRemember: Remembered[1]
  phone: boolean
}

/** Saved views, column choice and export: the same three buttons on every table. */
export function TableTools<Row>(props: ToolsProps<Row>) {
  return (
    <div className={styles.tools}>
      {props.phone && <SortSelect columns={props.columns} state={props.state} />}
      <Views {...props} />
      <Columns {...props} />
      <Export {...props} />
    </div>
  )
}

function Views<Row>({ state, memory, onRemember }: ToolsProps<Row>) {
  const say = useWords(words)
  const [opened, popover] = useDisclosure(false)
  const [name, setName] = useState('')

  function save(event: FormEvent) {
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
    popover.close()
  }

  function remove(view: SavedView) {
    const before = memory.views
    onRemember({ views: before.filter((other) => other !== view) })
    notify({ tone: 'note', text: say.viewDeleted(view.name), undo: () => onRemember({ views: before }) })
  }

  return (
    <Popover opened={opened} onChange={popover.toggle} position="bottom-end" width={300} trapFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconBookmark size={15} stroke={1.6} />}
          onClick={popover.toggle}
        >
          {say.views}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
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
                  popover.close()
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
        <form onSubmit={save} className={styles.saveView}>
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
      </Popover.Dropdown>
    </Popover>
  )
}

function Columns<Row>({ columns, memory, onRemember }: ToolsProps<Row>) {
  const say = useWords(words)
  const shown = shownColumns(columns, memory.columns).map((column) => column.id)
  return (
    <Popover position="bottom-end" width={260} trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={15} stroke={1.6} />}>
          {say.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
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
      </Popover.Dropdown>
    </Popover>
  )
}

function Export<Row>({ onExport, state }: ToolsProps<Row>) {
  const say = useWords(words)
  if (!onExport) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconDownload size={15} stroke={1.6} />}>
          {say.export}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onExport('xlsx', state.wholeQuery)}>
          {say.exportAs('Excel (XLSX)')}
        </Menu.Item>
        <Menu.Item onClick={() => onExport('csv', state.wholeQuery)}>{say.exportAs('CSV')}</Menu.Item>
        <Menu.Label maw={240}>{say.exportNote}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  )
}
