/** A document as it is to look on official paper. Knows nothing of what the document is about. */
export interface OfficialLayout {
  /** Which rules of layout: Decree 30/2020/NĐ-CP for the state, Guidance 36-HD/VPTW of 2018 for the Party. */
  style: 'state' | 'party'
  /** Name of the issuing body, one entry a line. */
  issuer: string[]
  /** The body above it, printed over the issuer in plain letters. */
  parentIssuer?: string
  /** Number and symbol without the word "Số", e.g. "12/CT-UBND"; no such line when absent (a register). */
  number?: string
  place?: string
  /** Calendar day, YYYY-MM-DD; left open for the clerk when only the place is given. */
  date?: string
  /** The kind of document: CHỈ THỊ, BÁO CÁO … */
  title: string
  subtitle?: string
  blocks: Block[]
  /** Marks: TM., KT. (state), T/M, K/T (Party), one a line. */
  signature?: { marks: string[]; title: string; name: string }
  recipients?: string[]
  /** Small line at the foot of every page, e.g. from where and when this was printed. */
  footerNote?: string
}

export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'table'; columns: Column[]; rows: string[][] }
  | { kind: 'note'; text: string }

/** `width` is relative to the other columns. */
export interface Column {
  title: string
  width: number
  align?: 'left' | 'right' | 'center'
}

export interface PaperOptions {
  landscape?: boolean
}

/**
 * A4 and its margins in millimetres. Decree 30/2020, Annex I: top and bottom 20–25, left 30–35, right 15–20; Guidance
 * 36-HD/VPTW: 20, 20, 30, 15. One choice satisfies both.
 */
export const paper = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15 }

/** Millimetres → points of 1/72 inch. */
export const points = (millimetres: number) => (millimetres * 72) / 25.4

interface Head {
  right: { title: string; motto: string | null }
  /** "Số: 12/CT-UBND" (state) or "Số 12-CT/TU" (Party). */
  number: string | null
  /** "Bình Dương, ngày 05 tháng 9 năm 2021". */
  placeAndDate: string | null
}

/** The words of the head by the rules of the state or the Party. */
export function headOf({ style, number, place, date }: OfficialLayout): Head {
  const state = style === 'state'
  return {
    right: state
      ? { title: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', motto: 'Độc lập - Tự do - Hạnh phúc' }
      : { title: 'ĐẢNG CỘNG SẢN VIỆT NAM', motto: null },
    number: number === undefined ? null : `${state ? 'Số:' : 'Số'} ${number}`,
    placeAndDate:
      place === undefined && date === undefined
        ? null
        : [place, longDate(date)].filter((part) => part !== undefined).join(', '),
  }
}

/** Decree 30/2020: days below 10 and months 1 and 2 carry a leading zero, so that nothing can be written before them. */
function longDate(date: string | undefined): string {
  if (date === undefined) return 'ngày      tháng      năm'
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const two = (value: number, below: number) => (value < below ? `0${value}` : String(value))
  return `ngày ${two(day, 10)} tháng ${two(month, 3)} năm ${year}`
}

/** Characters that XML cannot carry, and halves of characters, would make the whole file unreadable. */
export function printable(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .normalize('NFC')
}
