import { Stack } from '@mantine/core'

import { PageHeader } from '../PageHeader.tsx'
import { TableSample } from './TableSample.tsx'

/** Every part of the kit in its states: looked at, photographed and tested for access. Not in the navigation. */
export function KitPage() {
  return (
    <Stack>
      <PageHeader
        title="Bộ linh kiện"
        lead="Mọi linh kiện của giao diện, ở mọi trạng thái. Dữ liệu trên trang này là ví dụ."
      />
      <TableSample kind="rows" />
    </Stack>
  )
}
