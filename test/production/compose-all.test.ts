/** What the policy has to do with the words of a statement: the text knows by which number it withholds. */
import {expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import type {Policy} from '#disclosure/policy';
import {instant} from '#kit/instant';
import {composeAll} from '#production/compose-all';
import {NOTHING_OPEN} from '#production/identity-ranges';
import {denmark} from '../document/denmark.ts';
import {composition, oneWay, prose} from '../document/toy.ts';

const TEXT =
  '# T\n\n```mf2\n.input {$smallest-shown :given}\n.match $smallest-shown\nzeros-shown {{From {$smallest-shown}.}}\n* {{Everything.}}\n```\n';
const {outline, cubes} = composition(TEXT, [oneWay('t', 'sex', {female: 4})]);

function said(policy: Policy): readonly string[] {
  const request = {
    ...{period: yearPeriod(2013), languages: ['en'] as const, cutOff: instant('2014-01-31T23:59:59.999Z'), policy},
    ...{synthetic: false, strict: false, program: 'opgor', producedBy: 'opgor', found: [], revisions: []},
    ...{identities: NOTHING_OPEN, corrects: undefined},
  };
  return composeAll(cubes, {...denmark, outlines: [outline], notes: []}, request, [], () => {}).flatMap(prose);
}

test('the threshold of a policy that withholds, and of no other', () => {
  const withholding = denmark.policies.find(({parameters}) => parameters.edition === 'public');
  expect(withholding && said(withholding.parameters)).toEqual(['From 3.']);
  expect(said({edition: 'internal'})).toEqual(['Everything.']);
  expect(said({edition: 'public', method: 'round', base: 3, rolledUp: []})).toEqual(['Everything.']);
});
