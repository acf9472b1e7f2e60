import dayjs from 'dayjs'
import 'dayjs/locale/vi'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'

import { type Language, languages, type Phrase, type Words } from './define-words.ts'

interface LanguageChoice {
  language: Language
  setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice>({ language: 'vi', setLanguage: () => {} })
const storageKey = 'phaodai.language'

/** The language in which the page is drawn. Vietnamese unless this browser was told otherwise. */
export function currentLanguage(): Language {
  const stored = localStorage.getItem(storageKey)
  return languages.find((language) => language === stored) ?? 'vi'
}

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(currentLanguage)

  // Also while rendering: children that format dates on their first render must already see the chosen locale.
  dayjs.locale(language)
  useEffect(() => {
    document.documentElement.lang = language
    localStorage.setItem(storageKey, language)
  }, [language])

  const choice = useMemo(() => ({ language, setLanguage }), [language])
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
