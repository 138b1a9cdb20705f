import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import rooms from './config/lint-rooms.mjs'

const typescript = ['**/*.{ts,tsx}']

/** What belongs to a platform. Shared code gives the same number on the phone and in the cloud without any of it. */
const platformGlobals = [
  ...['wx', 'getApp', 'getCurrentPages', 'window', 'document', 'navigator', 'localStorage', 'sessionStorage'],
  ...['process', 'require', 'module', 'exports', '__dirname', '__filename', 'Buffer', 'global', 'globalThis'],
  ...['fetch', 'XMLHttpRequest', 'eval'],
]

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', '.local/', '.swc/', 'test/lint/circle/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: {
      globals: {
        ...{ console: 'readonly', process: 'readonly', URL: 'readonly', Buffer: 'readonly' },
        ...{ setTimeout: 'readonly', clearTimeout: 'readonly', performance: 'readonly' },
        ...{ module: 'writable', require: 'readonly', __dirname: 'readonly' },
      },
    },
  },
  {
    files: typescript,
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      // A promise that nobody awaits is a record that may be lost.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSAsExpression > TSAsExpression[typeAnnotation.type="TSUnknownKeyword"]',
          message: 'A cast by way of unknown hides a mistake: parse the value, or narrow its type.',
        },
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'cloudfunctions/**/*.ts'],
    plugins: { rooms },
    rules: {
      'rooms/one-way': 'error',
    },
  },
  {
    files: ['src/shared/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...platformGlobals.map((name) => ({
          name,
          message: 'src/shared runs everywhere: no platform in it.',
        })),
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-imports': [
        'error',
        {
          name: '@nutui/nutui-react-taro',
          importNames: ['Empty', 'ResultPage'],
          message: 'Its pictures come from a server that is not ours, and are missing offline.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    // A test may build the wrong thing on purpose, to see it refused.
    rules: { 'no-restricted-syntax': 'off' },
  },
)
