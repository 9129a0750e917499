// @ts-check
import js from '@eslint/js';
import tseslint from 'typescript-eslint';
import { astroScripts } from './config/eslint/astro.mjs';
import { floors } from './config/eslint/floors.mjs';
import { HOUSE } from './config/eslint/house.mjs';
import { pureDomain } from './config/eslint/pure-domain.mjs';

const house = { rules: { floors, 'pure-domain': pureDomain } };

export default tseslint.config(
  {
    ignores: ['**/node_modules/', '**/dist/', '**/build/', '**/.*/', 'data/', 'public/', 'coverage/'],
  },
  js.configs.recommended,
  tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,mjs,cjs,js}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      // The compiler knows which names exist.
      'no-undef': 'off',
      // The formatter decides where a line breaks.
      'no-unexpected-multiline': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // A union of void is how an optional hook says that its answer is not used.
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      // Control characters are named exactly where names from outside are cleaned of them.
      'no-control-regex': 'off',
    },
  },
  // Strapi writes these types; they are read like ours, and an empty object type in them is theirs.
  { files: ['**/types/generated/**'], rules: { '@typescript-eslint/no-empty-object-type': 'off' } },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: ['**/*.{ts,tsx,mts,mjs,cjs,js}'],
    plugins: { house },
    rules: { 'house/floors': ['error', HOUSE] },
  },
  { files: ['**/*.astro'], processor: astroScripts },
  {
    // The template uses what its front matter declares; the compiler of Astro knows whether it does.
    files: ['**/*.astro/*.ts'],
    rules: { '@typescript-eslint/no-unused-vars': 'off', 'no-useless-assignment': 'off' },
  },
  {
    // Pure: same question, same answer, anywhere. Time and chance are arguments.
    files: ['plugins/ticketing/domain/**/*.ts'],
    plugins: { house },
    rules: {
      // Lists of addresses are arithmetic, though Node keeps them beside its sockets.
      'house/pure-domain': [
        'error',
        {
          allow: {
            contract: ['zod'],
            'proxies.ts': ['node:net'],
            'networks.ts': ['node:net'],
            'pattern.ts': ['re2js'],
          },
        },
      ],
      'no-restricted-globals': [
        'error',
        'process',
        'Buffer',
        'global',
        'window',
        'document',
        'localStorage',
        'performance',
        'setTimeout',
        'setInterval',
        'require',
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Time is an argument of the domain, never looked up inside.',
        },
        {
          selector: 'CallExpression[callee.name="Date"]',
          message: 'Time is an argument of the domain, never looked up inside.',
        },
        {
          selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
          message: 'Time is an argument of the domain, never looked up inside.',
        },
        {
          selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
          message: 'Chance is an argument of the domain, never made inside.',
        },
      ],
    },
  },
);
