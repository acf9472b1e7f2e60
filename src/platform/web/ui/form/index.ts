export { DateField } from './DateField.tsx'
export { FormErrors } from './FormErrors.tsx'
export { issueText } from './issue-text.ts'
export { useZodForm, type ZodForm } from './use-zod-form.ts'
