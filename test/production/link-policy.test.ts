/** Faults of a policy of linkage are told in the office's words, and none is told as no fault. */
import {expect, test} from 'vitest';
import {languages} from '#language/language';
import {findingSaid} from '#language/said';
import {readLinkPolicy} from '#production/link-policy';

const FIELD = 'fields: {a: {kind: name, column: a}}\n';

test.each([
  ['', ['missing or empty: Give it a value.']],
  ['fields: {}', ['Expected: NAME: {kind: name, column: NAME}.']],
  ['fields: {a: {kind: name}}', ['Expected: column: NAME | columns: [NAME, NAME].']],
  ['fields: {a b: {kind: name, column: a}}', ['Expected: /^[\\p{L}\\p{N}_-]+$/u.']],
  [`${FIELD}thresholds: {link: 2, review: x}`, ['Expected: < 1.', 'Expected: a number.']],
  [`${FIELD}blocking: []\nseed: -1`, ['Expected: [a list] ≥ 1.', 'Expected: ≥ 0.']],
  ['x', ['the file has a value', 'Expected: {key: value}.']],
])('%j', (yaml, expected) => {
  const read = readLinkPolicy('link.yaml', Buffer.from(yaml));
  const findings = read.ok || read.refusal.reason !== 'link-policy-faulty' ? [] : read.refusal.findings;
  expect(findings.length).toBeGreaterThan(0);
  const [en = '', da = ''] = [languages.en, languages.da].map((language) =>
    findings
      .map(
        (finding) =>
          `${findingSaid(finding, language).what.replace(/\.$/, '')}: ${findingSaid(finding, language).remedy}`,
      )
      .join('\n'),
  );
  for (const words of expected) expect(en).toContain(words);
  expect(en + da).not.toMatch(/too_|invalid|Invalid|undefined|\b(string|array|object)\b/);
  expect(da).not.toMatch(/a number|a list|key: value/);
});
