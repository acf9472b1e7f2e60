import { Button, Group } from '@mantine/core'
import { IconPhone, IconUsersGroup } from '@tabler/icons-react'

import { api, useWrite } from '#platform/web/api/index.ts'
import { EmptyState } from '#platform/web/ui/index.ts'
import { formatDate, useWords } from '#platform/web/words/index.ts'
import { type Committee, type Member, ShownPhone } from '../../domain/index.ts'
import type { Act } from './MemberDialog.tsx'
import styles from './committees.module.css'
import { officeWords, words } from './words.ts'

interface MemberListProps {
  committee: Committee
  onAct: (act: Act) => void
}

export function MemberList({ committee, onAct }: MemberListProps) {
  const say = useWords(words)
  if (committee.members.length === 0)
    return <EmptyState icon={IconUsersGroup} title={say.noMembers} text={say.noMembersHow} />
  return (
    <ul className={styles.members}>
      {committee.members.map((member) => (
        <MemberLine key={member.id} member={member} committee={committee} onAct={onAct} />
      ))}
    </ul>
  )
}

function MemberLine({ member, committee, onAct }: MemberListProps & { member: Member }) {
  const say = useWords(words)
  const offices = useWords(officeWords)
  const works = committee.works.filter((work) => work.memberId === member.id)
  return (
    <li>
      <div>
        <div className={styles.office}>{offices[member.office]}</div>
        <div className={styles.person}>{member.personName}</div>
        {member.post && <div>{member.post}</div>}
        {works.length > 0 && (
          <ul className={styles.works} aria-label={say.work}>
            {works.map((work) => (
              <li key={work.id}>
                {work.area}
                {work.unitNames.length > 0 && `: ${work.unitNames.join(', ')}`}
                {committee.mayEdit && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => onAct({ kind: 'end-work', member, work })}
                  >
                    {say.endWork}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        <p className={styles.quiet}>
          {say.since} {formatDate(member.fromDay)}
          {member.toDay && ` ${say.until} ${formatDate(member.toDay)}`} · {member.number},{' '}
          {formatDate(member.numberDay)}
        </p>
        {member.phone && <PhoneOf member={member} />}
      </div>
      {committee.mayEdit && (
        <Group gap="xs" align="start">
          <Button size="compact-sm" variant="default" onClick={() => onAct({ kind: 'add-work', member })}>
            {say.addWork}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onAct({ kind: 'replace', member })}>
            {say.replace}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onAct({ kind: 'end', member })}>
            {say.end}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onAct({ kind: 'correct', member })}>
            {say.correct}
          </Button>
        </Group>
      )}
    </li>
  )
}

/** Masked; shown for the purpose that stands on the button's own line, and logged. */
function PhoneOf({ member }: { member: Member }) {
  const say = useWords(words)
  const show = useWrite({
    send: (given: { purpose: string }, requestId) =>
      api.post(`/api/command/members/${member.id}/phone`, ShownPhone, given, { requestId }),
  })
  if (show.data?.phone)
    return (
      <Button
        component="a"
        href={`tel:${show.data.phone}`}
        size="compact-sm"
        leftSection={<IconPhone size={14} stroke={1.8} />}
      >
        {show.data.phone}
      </Button>
    )
  return (
    <Group gap="xs">
      <span className={styles.quiet}>
        {say.phone}: {member.phone}
      </span>
      <Button
        size="compact-sm"
        variant="default"
        loading={show.isPending}
        title={say.phonePurpose}
        aria-label={`${say.showPhone}: ${member.personName} (${say.phonePurpose})`}
        onClick={() => show.mutate({ purpose: say.phonePurpose })}
      >
        {say.showPhone}
      </Button>
    </Group>
  )
}
