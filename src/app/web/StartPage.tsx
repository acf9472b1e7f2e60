import { Group, Paper, SimpleGrid, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { FunctionComponent } from 'react'

import { usePages } from '#platform/web/router/index.ts'
import { useMe, useSession } from '#platform/web/session/index.ts'
import { PageHeader } from '#platform/web/ui/index.ts'
import { defineWords, useLanguage, useWords } from '#platform/web/words/index.ts'

const words = defineWords({
  vi: {
    title: (name: string) => `Chào ${name}`,
    lead: 'Chức danh này không nhận nhiệm vụ. Những trang anh chị dùng được:',
  },
  en: {
    title: (name: string) => `Good day, ${name}`,
    lead: 'This office is given no tasks. The pages you may use:',
  },
})

/** The first page: what is asked of me, or, for an office that is never given a task, the doors that are open to it. */
export function startPageOf(Home: FunctionComponent): FunctionComponent {
  return function StartPage() {
    return useSession().may('directives.inbox') ? <Home /> : <Doors />
  }
}

function Doors() {
  const say = useWords(words)
  const { language } = useLanguage()
  const { may } = useSession()
  const me = useMe()
  const open = usePages().filter((page) => page.group && page.path !== '/' && (!page.may || may(page.may)))
  return (
    <>
      <PageHeader title={say.title(me.account.name)} lead={say.lead} />
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {open.map(({ path, label, icon: Icon, group }) => (
          <Paper key={path} component={Link} to={path} withBorder p="md" c="inherit" td="none">
            <Group gap="sm" wrap="nowrap">
              {Icon && <Icon size={24} stroke={1.6} />}
              <div>
                <Text fw={600}>{label[language]}</Text>
                <Text size="sm">{group?.[language]}</Text>
              </div>
            </Group>
          </Paper>
        ))}
      </SimpleGrid>
    </>
  )
}
