import type { MantineColorsTuple } from '@mantine/core'

// Paper and ink, one accent. Indigo (chàm) is the only colour that means "press here"; red, amber and green are
// kept for late, due soon and done (tokens.css), so that a red spot on a screen is always something late.

export const cham: MantineColorsTuple = [
  '#eef1f8',
  '#dce3f1',
  '#b9c7e3',
  '#97acd6',
  '#748fc7',
  '#5873b3',
  '#425c9d',
  '#304886',
  '#24376a',
  '#19274d',
]

export const paper: MantineColorsTuple = [
  '#faf8f4',
  '#f3f0e9',
  '#e9e5dc',
  '#dbd6ca',
  '#c4beb0',
  '#a39d90',
  '#7b766b',
  '#5e5a51',
  '#403d37',
  '#272521',
]

export const ink: MantineColorsTuple = [
  '#dde2ea',
  '#bcc4d1',
  '#9aa5b7',
  '#7d899e',
  '#3b475c',
  '#2d3749',
  '#222b3b',
  '#19212f',
  '#121924',
  '#0c111a',
]

export const lacquer: MantineColorsTuple = [
  '#fcecea',
  '#f7d5d1',
  '#eeaba4',
  '#e58177',
  '#d85a4e',
  '#c93f33',
  '#b52a20',
  '#9b2018',
  '#7b1913',
  '#58120d',
]
