import { Button } from '@mantine/core'

import { useLanguage, useWords } from '../words/index.ts'
import { words } from './words.ts'

/** Two languages need one button: it names the language it leads to, in that language. */
export function LanguageSwitch({ className }: { className?: string }) {
  const { language, setLanguage } = useLanguage()
  const say = useWords(words)
  const other = language === 'vi' ? 'en' : 'vi'
  const label = other === 'en' ? say.toEnglish : say.toVietnamese
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      className={className ?? ''}
      title={label}
      lang={other}
      onClick={() => setLanguage(other)}
    >
      {other === 'en' ? 'English' : 'Tiếng Việt'}
    </Button>
  )
}
