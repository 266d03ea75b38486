import {expect, test} from 'vitest';
import {numberShown} from '#language/person-numbers';

test.each([
  ['cpr', '0102900000', '010290-0000'],
  ['cpr', '010290-0000', '010290-0000'],
  ['cpr', '010290 0000', '010290-0000'],
  ['cpr', '102900000', '102900000'],
  ['cpr', '0102900000 eller', '0102900000 eller'],
  ['us-person', '0102900000', '0102900000'],
])('a number of %s, "%s", is shown as %s', (scheme, value, shown) => expect(numberShown(scheme, value)).toBe(shown));
