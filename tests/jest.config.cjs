/** One home, three speeds. Run through `npm test`, which provides the database, the builds and Chromium. */
const swc = [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      target: 'es2023',
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

const speed = (name, more = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testMatch: [`<rootDir>/${name}/**/*.test.ts`],
  testEnvironment: 'node',
  transform: { '\\.[cm]?tsx?$': swc },
  ...more,
});

/** Tests on real servers: each file on a copy of one database that is made once a run. */
const REAL = { globalSetup: '<rootDir>/support/template.ts', setupFilesAfterEnv: ['<rootDir>/support/patience.ts'] };

module.exports = {
  testSequencer: '<rootDir>/support/sequence.cjs',
  projects: [
    // Straight from the sources: a change in a rule is seen without a build.
    speed('domain', {
      moduleNameMapper: {
        '^strapi-plugin-ticketing/domain$': '<rootDir>/../plugins/ticketing/domain/index.ts',
        '^strapi-plugin-ticketing/contract$': '<rootDir>/../plugins/ticketing/domain/contract/index.ts',
        '^strapi-plugin-ticketing/(client|check|pattern)$': '<rootDir>/../plugins/ticketing/domain/$1.ts',
        // Modules that scripts beside the server load as well; their importers name what is built of them.
        '^(\\.{1,2}/(?:.*/)?(?:chain|objects))\\.mjs$': '$1.mts',
      },
    }),
    // The built plugin, as Strapi loads it.
    speed('api', REAL),
    speed('site', REAL),
    // Measures and judges nothing; run through `npm run bench`.
    speed('bench', { ...REAL, testMatch: ['<rootDir>/bench/**/*.bench.ts'] }),
  ],
};
