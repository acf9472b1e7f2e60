import dayjs from 'dayjs'
import 'dayjs/locale/vi'
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

import { type Language, languages, type Phrase, type Words } from './define-words.ts'

interface LanguageChoice {
  language: Language
  setLanguage: (language: Language) => void
  /** The account's own language: holds until something is chosen on this browser. */
  preferLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice>({
  language: 'vi',
  setLanguage: () => {},
  preferLanguage: () => {},
})
const storageKey = 'phaodai.language'

/** What was chosen on this browser, if anything was. */
function chosenLanguage(): Language | undefined {
  const stored = localStorage.getItem(storageKey)
  return languages.find((language) => language === stored)
}

/** The language in which the page is drawn; also for code outside React. */
export function currentLanguage(): Language {
  return languages.find((language) => language === document.documentElement.lang) ?? 'vi'
}

/** Vietnamese, unless this browser was told otherwise or the account prefers another. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(() => chosenLanguage() ?? 'vi')

  // While rendering: children that format dates on their first render must already see the chosen locale.
  dayjs.locale(language)
  document.documentElement.lang = language

  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      setLanguage: (next) => {
        localStorage.setItem(storageKey, next)
        setLanguage(next)
      },
      preferLanguage: (preferred) => {
        if (!chosenLanguage()) setLanguage(preferred)
      },
    }),
    [language],
  )
  return <LanguageContext value={choice}>{children}</LanguageContext>
}

export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext)
}

/** The dictionary of a folder in the language of the page. */
export function useWords<T>(words: Words<T>): T {
  return words[useLanguage().language]
}

/** Picks the text of a phrase in the language of the page. */
export function useSay(): (phrase: Phrase) => string {
  const { language } = useLanguage()
  return (phrase) => phrase[language]
}
