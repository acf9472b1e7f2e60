export { PhoneNumber } from './PhoneNumber.tsx'
export { PurposeForm } from './PurposeForm.tsx'
