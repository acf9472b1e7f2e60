export type { MenuTarget } from '../LaterMenu.tsx'
export { OpenedMenu } from '../OpenedMenu.tsx'
