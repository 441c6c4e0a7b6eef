import {basename} from 'node:path';
import tseslint from 'typescript-eslint';

/** File names in kebab-case, so that they are the same on every file system. */
const kebabCase = {
  meta: {type: 'layout', messages: {name: 'file name {{name}} is not in kebab-case'}, schema: []},
  create: context => ({
    Program(node) {
      const name = basename(context.filename);
      if (!/^[.]?[a-z0-9]+(-[a-z0-9]+)*([.][a-z0-9-]+)+$/.test(name))
        context.report({node, messageId: 'name', data: {name}});
    },
  }),
};

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name; only commands, hooks and configurations have a default export.',
};
const PURE_SYNTAX = [
  {selector: 'NewExpression[callee.name="Date"]', message: 'The core is pure: time is an argument.'},
];
/** The folders of the core, and the parts of scenario and traffic that touch no file. */
const PURE_CORE = [
  'src/{base,numeric,random,analytic,lint,engine,statistics,planning}/**/*.ts',
  'src/scenario/schema/**/*.ts',
  'src/traffic/*.ts',
  'src/traffic/generate/**/*.ts',
];

export default tseslint.config(
  {ignores: ['dist/', 'coverage/', 'node_modules/', 'src/vendor/', '**/*.d.ts', 'reports/', '**/*.cjs']},
  ...tseslint.configs.strict,
  {
    plugins: {house: {rules: {'kebab-case': kebabCase}}},
    rules: {
      'house/kebab-case': 'error',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
      'no-restricted-properties': [
        'error',
        {object: 'process', property: 'exit', message: 'Only src/cli ends the program.'},
      ],
      'max-lines': ['error', 400],
      eqeqeq: 'error',
      'prefer-const': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        {fixStyle: 'separate-type-imports', disallowTypeAnnotations: false},
      ],
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      // In typed arrays and loops over indices the compiler cannot see what the reader can.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
      // places and shifts in a slot's arrays (engine/contacts.ts) share one enum
      '@typescript-eslint/no-duplicate-enum-values': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    languageOptions: {parserOptions: {project: './tsconfig.json', tsconfigRootDir: import.meta.dirname}},
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      'no-console': 'error',
    },
  },
  {
    files: PURE_CORE,
    rules: {
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, ...PURE_SYNTAX],
      'no-restricted-globals': ['error', 'process', 'console', 'performance', 'setTimeout', 'setInterval', 'fetch'],
      'no-restricted-imports': [
        'error',
        {patterns: [{group: ['node:*'], message: 'The core is pure: no node: module.'}]},
      ],
      'no-restricted-properties': [
        'error',
        {object: 'Math', property: 'random', message: 'The core is pure: chance is a stream.'},
        {object: 'Date', property: 'now', message: 'The core is pure: time is an argument.'},
        {object: 'process', property: 'exit', message: 'Only src/cli ends the program.'},
      ],
    },
  },
  {
    files: ['src/commands/**/*.ts', 'src/cli/hooks/**/*.ts', '*.config.{js,ts}', 'test/support/*-reporter.ts'],
    rules: {'no-restricted-syntax': 'off'},
  },
  {
    files: ['src/cli/**/*.ts', 'bin/**', '.ci/**', 'docs/**', 'bench/**', 'test/**'],
    rules: {'no-restricted-properties': 'off'},
  },
);
