/** axe-core on a page: WCAG 2.2 AA and best practice. */
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {AxeResults} from 'axe-core';
import type {Page} from 'playwright-core';
import {expect} from 'vitest';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function axeFaults(tab: Page): Promise<readonly string[]> {
  await tab.evaluate(axe);
  const results: AxeResults = await tab.evaluate(
    `axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})`,
  );
  expect(results.passes.length).toBeGreaterThan(20);
  return results.violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html).join(' | ')}`);
}
