import { Button } from '@mantine/core'
import { IconBookmark, IconColumns3, IconDownload } from '@tabler/icons-react'

import { useWords } from '../../words/index.ts'
import { LaterMenu } from '../LaterMenu.tsx'
import styles from './DataTable.module.css'
import type { DataTableProps } from './DataTable.tsx'
import { SortSelect } from './SortSelect.tsx'
import type { TableMenuProps } from './TableMenus.tsx'
import { words } from './words.ts'

const loadMenus = () => import('./TableMenus.tsx')
const loadViews = () => loadMenus().then((m) => m.ViewsMenu)
const loadColumns = () => loadMenus().then((m) => m.ColumnsMenu)
const loadExport = () => loadMenus().then((m) => m.ExportMenu)

type ToolsProps<Row> = DataTableProps<Row> &
  Pick<TableMenuProps, 'memory' | 'onRemember'> & { phone: boolean }

/** Saved views, column choice and export: the same three buttons on every table. */
export function TableTools<Row>({ columns, state, memory, onRemember, onExport, phone }: ToolsProps<Row>) {
  const say = useWords(words)
  const given = { columns, state, memory, onRemember }
  return (
    <div className={styles.tools}>
      {phone && <SortSelect columns={columns} state={state} />}
      <LaterMenu
        opens="dialog"
        load={loadViews}
        given={given}
        target={
          <Button variant="default" size="xs" leftSection={<IconBookmark size={15} stroke={1.6} />}>
            {say.views}
          </Button>
        }
      />
      <LaterMenu
        opens="dialog"
        load={loadColumns}
        given={given}
        target={
          <Button variant="default" size="xs" leftSection={<IconColumns3 size={15} stroke={1.6} />}>
            {say.columns}
          </Button>
        }
      />
      {onExport && (
        <LaterMenu
          load={loadExport}
          given={{ onExport: (format: 'csv' | 'xlsx') => onExport(format, state.wholeQuery) }}
          target={
            <Button variant="default" size="xs" leftSection={<IconDownload size={15} stroke={1.6} />}>
              {say.export}
            </Button>
          }
        />
      )}
    </div>
  )
}
