import { createTheme, type CSSVariablesResolver } from '@mantine/core'

import { cham, ink, lacquer, paper } from './palette.ts'

const font = "'Be Vietnam Pro', system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"

// A dialog's <header> would count as a second banner of the page.
const notABanner = { header: { role: 'none' } }

const dialogTitle = { fontSize: '1.0625rem', fontWeight: 600 }

export const theme = createTheme({
  fontFamily: font,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace",
  headings: {
    fontFamily: font,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.35' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.4' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  colors: { cham, gray: paper, dark: ink, red: lacquer },
  primaryColor: 'cham',
  primaryShade: { light: 7, dark: 5 },
  black: '#1b2230',
  white: '#fffefb',
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain objects: naming the components here (`Modal.extend`) would bring every one of them into the first script.
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 500 } } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } },
    Badge: { defaultProps: { radius: 'sm' }, styles: { label: { textTransform: 'none' } } },
    Modal: {
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 }, attributes: notABanner },
      styles: { title: dialogTitle },
    },
    // The placeholder that takes the first focus is a child that role="menu" may not have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, shadow: 'md' } },
    Popover: { defaultProps: { shadow: 'md' } },
    Combobox: { defaultProps: { shadow: 'md' } },
    Drawer: { defaultProps: { attributes: notABanner }, styles: { title: dialogTitle } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true, multiline: true, maw: 320 } },
  },
})

/** Mantine's own greys miss 4.5:1 on warm paper; these were measured against both surfaces. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fffefb',
    '--mantine-color-text': '#1b2230',
    '--mantine-color-dimmed': '#5e5a51',
    '--mantine-color-placeholder': '#716c61',
    '--mantine-color-default-border': '#c4beb0',
    '--mantine-color-error': '#a8201a',
    '--mantine-color-anchor': '#304886',
  },
  dark: {
    '--mantine-color-body': '#19212f',
    '--mantine-color-text': '#dde2ea',
    '--mantine-color-dimmed': '#9aa5b7',
    '--mantine-color-placeholder': '#8591a6',
    '--mantine-color-default-border': '#4a576e',
    '--mantine-color-error': '#ff9d90',
    '--mantine-color-anchor': '#97acd6',
  },
})
