/** The JSON of an answer in pieces is the JSON of the whole. */
import {expect, test} from 'vitest';
import {jsonLines} from '../../src/cli/json-lines.ts';

const rows = (count: number) =>
  Array.from({length: count}, (_, at) => ({at, said: 'line\nline', in: [{deep: [at]}, []]}));
const whole = (answer: object) => JSON.stringify(answer, undefined, 2);

test.each([
  ['nothing', {}],
  ['no list', {ok: true, none: null, left: undefined, text: 'a"b', deep: {list: [1, [2]], none: {}}}],
  ['empty lists', {first: [], second: [], third: 1}],
  ['lists', {ok: true, rows: rows(3), texts: ['a', 'b'], holes: [undefined, null]}],
  ['long lists', {rows: rows(1201), after: rows(500)}],
])('%s', (_, answer) => {
  expect([...jsonLines(answer)].join('\n')).toBe(whole(answer));
});

test('what comes one by one is a list, in pieces of its own', () => {
  const pieces = [...jsonLines({ok: true, rows: rows(1201).values()})];
  expect(pieces.join('\n')).toBe(whole({ok: true, rows: rows(1201)}));
  expect(pieces.length).toBeGreaterThan(2);
});
