import { defineWords } from '#platform/web/words/index.ts'

export const ownWords = defineWords({
  vi: {
    title: 'Tổ an toàn COVID của đơn vị',
    lead: 'Mỗi phân xưởng, dây chuyền có ít nhất một tổ. Xã, phường và ngành y tế thấy danh sách này.',
  },
  en: {
    title: 'Safety groups of the enterprise',
    lead: 'At least one group in each workshop or line. The commune and the health service see this list.',
  },
})
