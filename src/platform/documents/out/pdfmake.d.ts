// pdfmake 0.3 ships no types. Only what is used here.
declare module 'pdfmake' {
  export type Node = string | number | null | Node[] | { [key: string]: unknown }
  export interface Pdf {
    getBuffer(): Promise<Buffer>
  }
  const pdfmake: {
    virtualfs: { writeFileSync(name: string, content: Buffer): void }
    addFonts(fonts: Record<string, Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>>): void
    setUrlAccessPolicy(allow: (url: string) => boolean): void
    setLocalAccessPolicy(allow: (path: string) => boolean): void
    createPdf(definition: Record<string, unknown>): Pdf
  }
  export default pdfmake
}
