/** A statement is composed while its recount goes on: what the recount then finds is still told, and marks the draft. */
import {expect, test} from 'vitest';
import type {Finding} from '#concepts/finding';
import {yearPeriod} from '#concepts/period';
import type {Statement} from '#document/statement';
import {plainDate} from '#kit/plain-date';
import {NOTHING_OPEN} from '#production/identity-ranges';
import {produce, type Request} from '#production/produce';
import {denmark} from '../document/denmark.ts';
import {Register} from './histories.ts';

const register = new Register(2);
const assessed = {on: plainDate('2013-05-02'), by: 'us', outcome: 'victim', codes: {sex: ['female']}};
register.deliver([{kind: 'row', person: 0, facts: [{kind: 'assessment', ...assessed}]}]);

const disagreement: Finding = {
  rule: 'recount-disagrees',
  severity: 'error',
  facts: {tables: ['persons-by-sex'], cell: 'persons-by-sex.female', counted: 1, recounted: 2},
};

async function produced(found: readonly Finding[], strict: boolean) {
  const composed: Statement[] = [];
  const request: Request = {
    ...{period: yearPeriod(2013), languages: ['da', 'en'], cutOff: register.now, policy: {edition: 'internal'}},
    ...{
      synthetic: true,
      strict,
      program: 'opgor',
      producedBy: 'opgor',
      found: [],
      revisions: [],
      corrects: undefined,
      identities: NOTHING_OPEN,
    },
    composed: (statement) => composed.push(statement),
  };
  const recount = async () => ({findings: found, cells: 7});
  const files = () => register.read(register.now);
  return {made: await produce(files, denmark, request, recount, () => undefined), composed};
}

const marked = (statements: readonly Statement[]) =>
  statements.map(({marks}) => marks.some(({kind}) => kind === 'draft'));

test('a recount that agrees leaves the statement as composed', async () => {
  const {made, composed} = await produced([], false);
  if (!made.ok) throw new Error(made.refusal.reason);
  expect(made.value.statements).toEqual(composed);
  expect(made.value.recounted).toBe(7);
  expect(made.value.findings.map(({rule}) => rule)).not.toContain('recount-disagrees');
});

test('a recount that differs is among the findings, and both languages are composed anew as drafts that say so', async () => {
  const {made, composed} = await produced([disagreement], false);
  if (!made.ok) throw new Error(made.refusal.reason);
  expect(made.value.findings).toContainEqual(disagreement);
  expect(composed.length).toBe(4);
  expect(made.value.statements).toEqual(composed.slice(2));
  expect(marked(made.value.statements)).toEqual([true, true]);
});

test('strict, it is refused', async () => {
  const {made} = await produced([disagreement], true);
  expect(made.ok).toBe(false);
  if (!made.ok) expect(made.refusal).toMatchObject({reason: 'findings-stand'});
});
