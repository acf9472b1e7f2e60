/** The Command's one screen. */
export const situationPages = {
  situation: () => import('./SituationPage.tsx').then((m) => m.SituationPage),
}

export { situationPageNames } from './page-names.ts'
