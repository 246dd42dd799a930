import hooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';

const onlyConfigReadsTheEnvironment = {
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'Only teams-app/config reads the environment.' },
  ],
};

export default ts.config(
  { ignores: ['dist/**', 'node_modules/**', '.data/**', 'coverage/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...onlyConfigReadsTheEnvironment,
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/only-throw-error': 'error',
      'no-console': 'error',
      'no-nested-ternary': 'error',
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true } },
      ],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['tab/**/*.{ts,tsx}'], plugins: { 'react-hooks': hooks }, rules: { ...hooks.configs.recommended.rules } },
  {
    files: ['teams-app/config/**', 'tests/**', '*.config.ts', 'tab/vite.config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['*.config.ts', '**/vite*.config.ts'], rules: { 'no-restricted-exports': 'off' } },
  { files: ['teams-app/texts/**', 'teams-app/emulator/seed/**'], rules: { 'max-lines': 'off' } },
  { files: ['teams-app/commands/**', 'tests/load/**', 'manifest/build-manifest.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.mjs', '**/*.cjs'],
    languageOptions: {
      globals: { process: 'readonly', console: 'readonly', fetch: 'readonly', setTimeout: 'readonly', URL: 'readonly' },
    },
    rules: { 'prefer-const': 'error', eqeqeq: 'error' },
  },
);
