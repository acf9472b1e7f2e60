import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'

import { notify } from '../../notices/index.ts'
import { DateField, FormErrors, useZodForm } from '../form/index.ts'
import {
  ConfirmButton,
  ConflictCard,
  DueDate,
  Figure,
  FileDrop,
  LifecycleView,
  ProgressJob,
  StateBadge,
} from '../index.ts'
import { BodiesPicker, type Choice, UnitPicker } from '../picker/index.ts'
import { dayFrom } from './sample-tasks.ts'

export function StateSamples() {
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <StateBadge meaning="late" label="Quá hạn" />
        <StateBadge meaning="soon" label="Sắp đến hạn" />
        <StateBadge meaning="done" label="Xong đúng hạn" />
        <StateBadge meaning="doing" label="Đang làm" />
        <StateBadge meaning="waiting" label="Chờ phê duyệt" />
        <StateBadge meaning="stopped" label="Tạm dừng" />
        <StateBadge meaning="plain" label="Mới giao" />
      </Group>
      <Group gap="xl">
        <DueDate dueOn={dayFrom(-5)} />
        <DueDate dueOn={dayFrom(0)} />
        <DueDate dueOn={dayFrom(3)} />
        <DueDate dueOn={dayFrom(21)} />
        <DueDate dueOn={dayFrom(-9)} doneOn={dayFrom(-11)} />
        <DueDate dueOn={dayFrom(-9)} doneOn={dayFrom(-7)} />
        <DueDate dueOn={null} />
      </Group>
    </Stack>
  )
}

export function FigureSamples() {
  return (
    <Group gap="sm" align="stretch">
      <Figure
        label="Xã có trạm y tế lưu động"
        value={74}
        of={91}
        unit="xã"
        asOf={dayFrom(0)}
        source="Mạng lưới y tế"
        meaning="soon"
        verdict="còn thiếu 17 xã"
        onClick={() => {}}
      />
      <Figure
        label="Nhiệm vụ quá hạn"
        value={12}
        unit="nhiệm vụ"
        asOf={dayFrom(0)}
        source="Sổ nhiệm vụ"
        meaning="late"
        verdict="3 đơn vị"
      />
      <Figure
        label="Đã tiêm mũi 1"
        value={1_584_230}
        unit="người"
        asOf={dayFrom(-1)}
        source="Sổ tiêm chủng"
        meaning="done"
        verdict="đạt 98,4%"
      />
      <Figure label="Tỉ lệ dương tính" value={3.75} unit="%" asOf={dayFrom(-1)} source="Báo cáo CDC tỉnh" />
    </Group>
  )
}

const path = [
  { id: 'draft', label: 'Soạn thảo' },
  { id: 'submitted', label: 'Chờ thẩm định', meaning: 'waiting' as const },
  { id: 'approved', label: 'Được phê duyệt', meaning: 'done' as const },
  { id: 'running', label: 'Đang thực hiện', meaning: 'doing' as const },
]

export function LifecycleSample() {
  return (
    <LifecycleView
      label="Phương án phòng, chống dịch"
      path={path}
      current={path[1]!}
      moves={[
        {
          event: 'approve',
          label: 'Phê duyệt',
          primary: true,
          explain: 'Phương án có hiệu lực ngay và được gửi cho đơn vị.',
        },
        { event: 'return', label: 'Trả lại để bổ sung', reason: 'required' },
      ]}
      onMove={(event) => notify({ tone: 'done', text: `Đã ghi nhận: ${event}` })}
      history={[
        {
          id: '2',
          at: `${dayFrom(-1)}T08:12:00Z`,
          who: 'Trần Văn Phúc, Trung tâm Y tế',
          what: 'Nộp thẩm định',
          meaning: 'waiting',
        },
        {
          id: '1',
          at: `${dayFrom(-3)}T02:40:00Z`,
          who: 'Lê Thị Hoa',
          what: 'Soạn thảo',
          detail: 'Theo mẫu của Ban Chỉ đạo tỉnh',
        },
      ]}
    />
  )
}

export function ConflictSample() {
  return (
    <ConflictCard
      title="Nhiệm vụ 3.2"
      their={{ name: 'Trần Văn Phúc', at: `${dayFrom(0)}T01:20:00Z` }}
      fields={[
        { name: 'lead', label: 'Chủ trì', mine: 'Sở Y tế', theirs: 'Ban Quản lý các khu công nghiệp' },
        { name: 'due', label: 'Hạn', mine: '', theirs: '30/09/2021', first: 'theirs' },
      ]}
      onSettle={() => notify({ tone: 'done', text: 'Đã lưu theo lựa chọn' })}
    />
  )
}

export function JobSamples() {
  const nothing = () => {}
  return (
    <Stack gap="xs">
      <ProgressJob
        title="Đọc chữ trong bản chụp cong-van-12.pdf"
        state="running"
        done={12}
        total={200}
        unit="trang"
        note="có thể rời trang này, việc vẫn chạy"
        onCancel={nothing}
      />
      <ProgressJob
        title="Nhập danh sách 589 đơn vị"
        state="failed"
        done={214}
        total={589}
        unit="dòng"
        note="dòng 215: mã đơn vị trùng"
        onResume={nothing}
      />
      <ProgressJob title="Xuất sổ nhiệm vụ" state="done" done={12_345} total={12_345} unit="dòng" />
    </Stack>
  )
}

export function FileSample() {
  return (
    <FileDrop
      accept={['.docx', '.pdf', '.txt', '.jpg', '.png']}
      maxBytes={50 * 1024 * 1024}
      camera
      hint="DOCX, PDF, ảnh chụp hoặc tệp chữ, đến 50 MB mỗi tệp"
      onFiles={(files) =>
        notify({ tone: 'done', text: `Đã nhận ${files.map((file) => file.name).join(', ')}` })
      }
    />
  )
}

const SampleForm = z.object({
  title: z.string().trim().min(8),
  due: z.iso.date(),
})

const sampleBodies: readonly Choice[] = [
  { id: 'syt', label: 'Sở Y tế', note: 'Tỉnh Bình Dương' },
  { id: 'sct', label: 'Sở Công Thương', note: 'Tỉnh Bình Dương' },
  { id: 'kcn', label: 'Ban Quản lý các khu công nghiệp', note: 'Tỉnh Bình Dương' },
]

const fetchSample = (text: string) =>
  Promise.resolve(sampleBodies.filter((body) => body.label.toLowerCase().includes(text.toLowerCase())))

export function FormSample() {
  const [unit, setUnit] = useState<Choice | null>({
    id: 'ta',
    label: 'Thành phố Thuận An',
    note: 'Tỉnh Bình Dương',
  })
  const [bodies, setBodies] = useState<readonly Choice[]>(sampleBodies.slice(0, 2))
  const form = useZodForm(SampleForm, { title: '', due: null as string | null }, () =>
    notify({ tone: 'note', text: 'Đã giao nhiệm vụ', undo: () => {} }),
  )
  return (
    <form onSubmit={form.onSubmit} noValidate>
      <Stack gap="sm" maw={480}>
        <FormErrors form={form} />
        <TextInput label="Nội dung" description="Ít nhất 8 ký tự" {...form.text('title')} />
        <DateField label="Hạn" {...form.value('due')} />
        <UnitPicker fetcher={fetchSample} value={unit} onChange={setUnit} />
        <BodiesPicker label="Phối hợp" fetcher={fetchSample} value={bodies} onChange={setBodies} />
        <Group gap="xs">
          <Button type="submit">Giao nhiệm vụ</Button>
          <ConfirmButton
            label="Thu hồi"
            question="Thu hồi nhiệm vụ này? Đơn vị sẽ được báo; việc thu hồi không lấy lại được."
            onConfirm={() => notify({ tone: 'failed', text: 'Chưa thu hồi được: mất kết nối' })}
          />
        </Group>
      </Stack>
    </form>
  )
}
