import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The server sends a content security policy without 'unsafe-inline' for scripts: nothing here may inline one.
// (Styles need 'unsafe-inline': Mantine writes its variables into a <style>.)
const mantine = (names: string) => `@mantine/core/esm/components/(${names})/`
/** What every page stands on. */
const base = new RegExp(
  [
    'node_modules/(react|react-dom|scheduler|zod|clsx|dayjs|use-sync-external-store|@tanstack)/',
    '@mantine/hooks/',
    '@mantine/core/esm/(core|utils)/',
    'ComboboxChevron', // the arrow of a native select
    mantine(
      'AccordionChevron|ActionIcon|Alert|Box|Button|Checkbox|CloseButton|Group|Indicator|Input|InputBase|Loader|NativeSelect|Paper|PasswordInput|Radio|Skeleton|Stack|' +
        'Text|TextInput|Title|Transition|UnstyledButton|VisuallyHidden',
    ),
  ].join('|'),
)
/** Our own parts that most pages share; what stands in their own groups is not among them. */
const common = /vite\/preload-helper|src\/(lib|platform\/web)\/(?!ui\/(picker|form|map|menu|table|filter)\/)/
/** What floats over the page: menus, dialogs, hints. Most pages need it when something is pressed. */
const floating = new RegExp(
  [
    'node_modules/(@floating-ui|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|use-sidecar|use-callback-ref)/',
    mantine(
      'Combobox|Drawer|Floating|FocusTrap|Menu|Modal|ModalBase|Overlay|Popover|Portal|ScrollArea|Tooltip',
    ),
  ].join('|'),
)

export default defineConfig({
  root: fileURLToPath(new URL('src/app/web', import.meta.url)),
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // A page that takes one part of a door (`ui/index.ts`) gets that part. Only styles and fonts act by being there.
      treeshake: {
        moduleSideEffects: (id) =>
          !/\/src\/(lib|platform|registry|features)\/.+\.tsx?$/.test(id) || /\/theme\//.test(id),
      },
      output: {
        // Every file costs a slow phone more than its bytes: parts that stand together come together. The first
        // groups take their own dependencies with them, so no group waits for a later one.
        codeSplitting: {
          groups: [
            { name: 'base', test: base, priority: 10 },
            { name: 'icons', test: /@tabler\/icons-react/, priority: 9 },
            { name: 'common', test: common, minShareCount: 10, priority: 8 },
            { name: 'floating', test: floating, priority: 7 },
            { name: 'dates', test: /@mantine\/dates/, priority: 6 },
            { name: 'lists', test: /web\/ui\/(table|filter)\//, minShareCount: 4, priority: 5 },
          ],
        },
      },
    },
    assetsInlineLimit: 0,
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8080' } },
})
