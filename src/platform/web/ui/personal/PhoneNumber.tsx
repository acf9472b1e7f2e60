import { Button, Popover } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { useProblemText } from '../../api/index.ts'
import { notify } from '../../notices/index.ts'
import { useWords } from '../../words/index.ts'
import styles from './personal.module.css'
import { PurposeForm } from './PurposeForm.tsx'
import { words } from './words.ts'

interface PhoneNumberProps {
  /** As the server gives it: 09xx xxx 123. */
  masked: string
  /** Whose it is, for screen readers. */
  of: string
  /** Asks the server for the number; the purpose must go with it (`api.post(…, { purpose })`). */
  ask: (purpose: string) => Promise<string | null>
}

/** A telephone number that is not shown until somebody says what for. Shown, it can be called. */
export function PhoneNumber({ masked, of, ask }: PhoneNumberProps) {
  const say = useWords(words)
  const problem = useProblemText()
  const [opened, setOpened] = useState(false)
  const asking = useMutation({
    mutationFn: ask,
    onSuccess: () => setOpened(false),
    onError: (error) => notify({ tone: 'failed', text: problem(error) }),
  })
  if (asking.isSuccess) {
    const phone = asking.data
    return phone ? (
      <a className={styles.phone} href={`tel:${phone}`}>
        {spaced(phone)}
      </a>
    ) : (
      <span>{say.none}</span>
    )
  }
  return (
    <span className={styles.line}>
      <span className={styles.phone}>{masked}</span>
      <Popover opened={opened} onChange={setOpened} width={320} trapFocus returnFocus position="bottom-start">
        <Popover.Target>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconEye size={14} stroke={1.6} />}
            aria-label={say.showFor(of)}
            onClick={() => setOpened(!opened)}
          >
            {say.show}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <PurposeForm busy={asking.isPending} onGiven={(purpose) => asking.mutate(purpose)} />
        </Popover.Dropdown>
      </Popover>
    </span>
  )
}

const spaced = (phone: string) =>
  phone.length === 10 ? `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}` : phone
