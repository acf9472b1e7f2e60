/**
 * The official code lists we know. A code means nothing without its list: 10507 is Phường Cẩm Thượng in 2021 and
 * Phường Thành Đông since 1/7/2025. `validTo` is the last day on which the list holds.
 */
export interface CodeList {
  readonly id: string
  /** First label of every path of the list: paths of two lists never lie in one another. */
  readonly root: string
  readonly title: string
  readonly validFrom: string
  readonly validTo: string | null
  readonly source: string
}

/**
 * The 2021 list stands for the whole year the directives come from; the mergers of communes of 2023–2025 between the
 * two lists are not recorded. NQ 202/2025/QH15 and QĐ 19/2025/QĐ-TTg set the list of today; it also holds the changes
 * of 30/4/2026 (Đồng Nai became a city, ten communes became wards).
 */
export const codeLists: readonly CodeList[] = [
  {
    id: 'vn-2021',
    root: 'v2021',
    title: 'Danh mục ba cấp, năm 2021',
    validFrom: '2021-01-01',
    validTo: '2025-06-30',
    source: 'Tổng cục Thống kê, bản xuất ngày 06/11/2021',
  },
  {
    id: 'vn-2025',
    root: 'v2025',
    title: 'Danh mục hai cấp, từ ngày 01/7/2025',
    validFrom: '2025-07-01',
    validTo: null,
    source: 'Quyết định 19/2025/QĐ-TTg',
  },
]

export function findCodeList(id: string): CodeList | undefined {
  return codeLists.find((list) => list.id === id)
}

/** The list in force on a day. Before the first list the first one is the nearest truth we have. */
export function codeListOn(day: string): CodeList {
  const first = codeLists[0] as CodeList
  return codeLists.findLast((list) => list.validFrom <= day) ?? first
}
