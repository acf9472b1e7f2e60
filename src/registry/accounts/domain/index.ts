/** What others may ask of accounts: the roles, what they may do, and the shapes of accounts and offices. */
export * from './audit.ts'
export * from './model.ts'
export {
  keepsHealthNetwork,
  mayRole,
  permissions,
  permissionsIn,
  permissionsOf,
  type Permission,
  type Role,
  roles,
} from './roles.ts'
