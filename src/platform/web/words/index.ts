export { defineWords, type Language, languages, type Phrase, type Words } from './define-words.ts'
export { formatDate, formatMoment, formatNumber, formatSize } from './format.ts'
export { currentLanguage, LanguageProvider, useLanguage, useSay, useWords } from './language.tsx'
