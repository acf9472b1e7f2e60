// The walls of the house, as code. Arrows point down only: app → features → registry → platform → lib.
// docs/boundaries.md says the same in words and lists every exception with its reason.
import { existsSync, readdirSync } from 'node:fs'

import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import importX from 'eslint-plugin-import-x'
import tseslint from 'typescript-eslint'

const foldersOf = (path) =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : []

const registries = foldersOf('src/registry')
const features = foldersOf('src/features')
const rooms = ['domain', 'server', 'web']
const doorsOf = (folders) => folders.flatMap((f) => rooms.map((room) => `./${f}/${room}/index.ts`))

/** Feature-to-feature arrows that are allowed (docs/boundaries.md). From → to. */
const featureArrows = {
  // The Command's one screen shows what the others know, and keeps nothing of its own.
  situation: ['command', 'directives'],
  // A desk sends a team of the register, and sees whether it is ready.
  command: ['health-network'],
}

const zones = [
  {
    target: './src/lib',
    from: ['./src/platform', './src/registry', './src/features', './src/app'],
    message: 'lib knows nothing of the product.',
  },
  {
    target: './src/platform',
    from: ['./src/registry', './src/features', './src/app'],
    message: 'platform serves features and does not know them: declare a port and let app plug it in.',
  },
  {
    target: './src/registry',
    from: ['./src/features', './src/app'],
    message: 'registry is the master data every feature speaks about; it knows no feature.',
  },
  {
    target: './src/features',
    from: ['./src/app'],
    message: 'a feature is listed by app; it does not know app.',
  },
  {
    target: './src/{registry,features}/*/domain/**/*',
    from: [
      './src/platform/**/*',
      './src/{registry,features}/*/server/**/*',
      './src/{registry,features}/*/web/**/*',
    ],
    message: 'domain is pure: no database, no HTTP, no browser.',
  },
  {
    target: './src/{registry,features}/*/web/**/*',
    from: [
      './src/{registry,features}/*/server/**/*',
      './src/platform/server/**/*',
      './src/platform/documents/**/*',
    ],
    message: 'the web reaches the server over HTTP only.',
  },
  {
    target: './src/{registry,features}/*/server/**/*',
    from: ['./src/{registry,features}/*/web/**/*', './src/platform/web/**/*'],
    message: 'the server draws no pages.',
  },
  ...registries.map((name) => ({
    target: `./src/registry/${name}`,
    from: './src/registry',
    except: [`./${name}`, ...doorsOf(registries)],
    message:
      'enter another registry folder by the door of its room: domain/index.ts, server/index.ts, web/index.ts.',
  })),
  ...features.map((name) => ({
    target: `./src/features/${name}`,
    from: './src/registry',
    except: doorsOf(registries),
    message:
      'enter a registry folder by the door of its room: domain/index.ts, server/index.ts, web/index.ts.',
  })),
  ...features.map((name) => ({
    target: `./src/features/${name}`,
    from: './src/features',
    except: [`./${name}`, ...doorsOf(featureArrows[name] ?? [])],
    message: 'this feature-to-feature arrow is not allowed: see docs/boundaries.md.',
  })),
  {
    target: './src/app',
    from: ['./src/registry', './src/features'],
    except: [...new Set([...doorsOf(registries), ...doorsOf(features)])],
    message: 'app enters features and registries by their doors.',
  },
]

const clockAndChance = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The wall clock lives in platform/server/clock.ts (or platform/web/clock.ts).',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The wall clock lives in platform/server/clock.ts (or platform/web/clock.ts).',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness lives in platform/server/chance.ts (or platform/web/chance.ts).',
  },
]

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'tests/.artifacts/', 'scripts/*.mjs', 'eslint.config.js'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: './tsconfig.web.json' })],
    },
    rules: {
      'import-x/no-unresolved': 'off', // tsc does this
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-default-export': 'error',
      complexity: ['error', 25],
      'no-restricted-syntax': ['error', ...clockAndChance],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      // A leading underscore says: it has to be there, it is not used.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
    },
  },
  {
    // A grammar's productions branch as the language does; splitting one further hides what it reads.
    files: ['src/lib/directive-reader/**'],
    rules: { complexity: ['error', 50] },
  },
  {
    // Tests need today's date to speak with today's world; libraries' declarations are as the libraries are.
    files: ['**/*.test.ts', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': 'off', 'import-x/no-default-export': 'off' },
  },
  {
    // These rooms hold the danger: the clock, randomness. Nobody else may.
    files: ['src/platform/*/clock.ts', 'src/platform/*/chance.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
