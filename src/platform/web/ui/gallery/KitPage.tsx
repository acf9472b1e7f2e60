import { Stack } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { useState } from 'react'

import { ApiProblem } from '../../api/index.ts'
import { QrCode } from '../../qr/QrCode.tsx'
import {
  EmptyState,
  ErrorState,
  PageHeader,
  PageSkeleton,
  type PaneSide,
  Panel,
  SplitPane,
  StateBadge,
} from '../index.ts'
import { DraftSample } from './DraftSample.tsx'
import { MapSample } from './MapSample.tsx'
import {
  ConflictSample,
  FigureSamples,
  FileSample,
  FormSample,
  JobSamples,
  LifecycleSample,
  StateSamples,
} from './samples.tsx'
import { TableSample } from './TableSample.tsx'

/** Every part of the kit in its states: looked at, photographed and tested for access. Not in the navigation. */
export function KitPage() {
  return (
    <Stack gap="lg">
      <PageHeader
        title="Bộ linh kiện"
        crumbs={[{ label: 'Trang đầu', to: '/' }]}
        facts={<StateBadge meaning="plain" label="Dữ liệu ví dụ" />}
        lead="Mọi linh kiện của giao diện, ở mọi trạng thái."
      />
      <TableSample kind="rows" />
      <Panel title="Con số">
        <FigureSamples />
      </Panel>
      <Panel title="Trạng thái và hạn">
        <StateSamples />
      </Panel>
      <Panel title="Biểu mẫu">
        <FormSample />
      </Panel>
      <Panel title="Bản nháp">
        <DraftSample />
      </Panel>
      <Panel title="Vòng đời">
        <LifecycleSample />
      </Panel>
      <ConflictSample />
      <Panel title="Việc chạy lâu">
        <JobSamples />
      </Panel>
      <FileSample />
      <MapSample />
      <SplitSample />
      <Panel title="Mã QR">
        <QrCode text="https://example.org/phao-dai" label="Mã QR ví dụ" size={120} />
      </Panel>
      <Panel title="Chưa có, chưa tải được, đang tải">
        <EmptyState icon={IconMapOff} title="Chưa có vùng nào" text="Tạo vùng đầu tiên từ bản đồ." />
        <ErrorState error={new ApiProblem('network.not-reached', 0, '')} onRetry={() => {}} />
        <PageSkeleton />
      </Panel>
      <TableSample kind="empty" />
      <TableSample kind="failed" />
      <TableSample kind="loading" />
    </Stack>
  )
}

function SplitSample() {
  const [front, setFront] = useState<PaneSide>('left')
  const text = 'Ban Chỉ đạo yêu cầu các đơn vị khẩn trương thực hiện các nội dung sau đây. '
  return (
    <SplitPane
      id="kit"
      leftLabel="Văn bản"
      rightLabel="Nhiệm vụ"
      front={front}
      onFront={setFront}
      left={<p style={{ padding: '0 1rem' }}>{text.repeat(40)}</p>}
      right={<p style={{ padding: '0 1rem' }}>{text.repeat(10)}</p>}
    />
  )
}
