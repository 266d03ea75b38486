import {defineConfig} from 'vitest/config';

export default defineConfig({
  resolve: {conditions: ['opgor:source']},
  ssr: {resolve: {conditions: ['opgor:source'], externalConditions: ['opgor:source']}},
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
    execArgv: ['--conditions=opgor:source', '--disable-warning=ExperimentalWarning'],
  },
});
