import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheck,
  IconCircleDashed,
  IconClockHour4,
  IconHourglass,
  IconPlayerPause,
} from '@tabler/icons-react'

import type { PageIcon } from '../router/pages.ts'

/**
 * What a state asks of the reader. Three meanings have a colour (late red, soon amber, done green); the others are
 * told apart by icon and word, so that colour stays scarce and is never the only sign.
 */
export type Meaning = 'late' | 'soon' | 'done' | 'doing' | 'waiting' | 'stopped' | 'plain'

export const meaningIcons: Readonly<Record<Meaning, PageIcon>> = {
  late: IconAlertTriangle,
  soon: IconClockHour4,
  done: IconCircleCheck,
  doing: IconCircleDashed,
  waiting: IconHourglass,
  stopped: IconPlayerPause,
  plain: IconCircle,
}
