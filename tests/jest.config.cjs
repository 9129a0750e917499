/** One home, three speeds. Run through `npm test`, which provides the database, the builds and Chromium. */
const swc = ['@swc/jest', { jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2023', transform: { react: { runtime: 'automatic' } } }, module: { type: 'commonjs' }, sourceMaps: 'inline' }];

const speed = (name, testTimeout, more = {}) => ({
  displayName: name,
  rootDir: __dirname,
  testMatch: [`<rootDir>/${name}/**/*.test.ts`],
  testEnvironment: 'node',
  transform: { '\\.[cm]?tsx?$': swc },
  testTimeout,
  ...more,
});

module.exports = {
  projects: [
    // Straight from the sources: a change in a rule is seen without a build.
    speed('domain', 5_000, {
      moduleNameMapper: {
        '^strapi-plugin-ticketing/domain$': '<rootDir>/../plugins/ticketing/domain/index.ts',
        '^strapi-plugin-ticketing/(contract|client)$': '<rootDir>/../plugins/ticketing/domain/$1.ts',
        '^strapi-plugin-ticketing/domain/(.+)$': '<rootDir>/../plugins/ticketing/domain/$1.ts',
      },
    }),
    // The built plugin, as Strapi loads it.
    speed('api', 60_000),
    speed('site', 180_000),
  ],
};
