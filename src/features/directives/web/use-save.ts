import { api, useProblemText } from '#platform/web/api/index.ts'
import { notify } from '#platform/web/notices/index.ts'

/** Takes a file; why there is none is told. */
export function useSave() {
  const problem = useProblemText()
  return (...call: Parameters<typeof api.save>) =>
    void api.save(...call).catch((error: unknown) => notify({ tone: 'failed', text: problem(error) }))
}
