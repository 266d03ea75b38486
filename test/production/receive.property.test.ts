/** Whatever an agency sends, in whatever order: the register says what its files say, and said what they said. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {canonicalJson} from '#kit/canonical-json';
import type {Fact} from '#register/fact';
import {type PersonFile, standing} from '#register/person-file';
import {
  decided,
  emptyRegister,
  filesAt,
  known,
  moment,
  receiptOf,
  receiver,
  rowsOf,
  sex,
  source,
} from './receive-rows.ts';

const anyFact = fc.constantFrom(decided('2013-05-02'), decided('2013-06-02'), sex('female'), sex('male'));
const anyRow = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  number: fc.option(fc.constantFrom('1', '2', '3', '4')),
  facts: fc.array(anyFact, {minLength: 1, maxLength: 3}),
});
type AnyRow = typeof anyRow extends fc.Arbitrary<infer R> ? R : never;

const said = (keyed: boolean) => (row: AnyRow) => ({
  ...(keyed && {key: row.key}),
  ...(row.number !== null && {who: known(`Name ${row.number}`, `us-person:${row.number}`)}),
  facts: row.facts,
});

const factsOf = (rows: readonly AnyRow[]) => rows.flatMap(({facts}) => facts.map((fact) => canonicalJson(fact))).sort();

function standingIn(files: readonly PersonFile[]): readonly string[] {
  const stands = (file: PersonFile): readonly {readonly fact: Fact}[] => [
    ...standing(file, 'assessment'),
    ...standing(file, 'characteristics'),
  ];
  return files.flatMap((file) => stands(file).map(({fact}) => canonicalJson(fact))).sort();
}

test.each([
  {keyed: true, format: source(), files: fc.uniqueArray(anyRow, {selector: ({key}) => key, minLength: 1})},
  {keyed: false, format: source({key: []}), files: fc.array(anyRow, {minLength: 1, maxLength: 6})},
])('keyed: $keyed', async ({keyed, format, files}) => {
  await fc.assert(
    fc.asyncProperty(fc.array(files, {minLength: 1, maxLength: 5}), async (deliveries) => {
      const store = emptyRegister();
      const deliver = receiver(store, format);
      for (const rows of deliveries) {
        const {rows: counts, facts} = await receiptOf(deliver(rowsOf(rows.map(said(keyed)))));
        expect(counts.new + counts.changed + counts.unchanged).toBe(rows.length);
        if (counts.new + counts.changed + counts.withdrawn === 0) expect(facts).toEqual({recorded: 0, withdrawn: 0});
      }
      for (const [i, rows] of deliveries.entries()) {
        expect(standingIn(await filesAt(store, moment(i + 1)))).toEqual(factsOf(rows));
      }
      await samePersonsByNumber(store, deliveries.at(-1) ?? [], keyed);
    }),
    {seed: 2013, numRuns: 120},
  );
});

/** Rows of one number are one person's; rows of different numbers are different persons'. */
async function samePersonsByNumber(store: ReturnType<typeof emptyRegister>, rows: readonly AnyRow[], keyed: boolean) {
  const receipt = await receiptOf(
    receiver(store, source(keyed ? {} : {key: []}))(rowsOf(rows.map(said(keyed))), {
      recordedAt: moment(20),
      controlTotals: {persons: 0},
      dryRun: true,
    }),
  );
  const numbered = new Set(rows.flatMap(({number}) => (number === null ? [] : [number]))).size;
  const nameless = rows.filter(({number}) => number === null).length;
  const persons = receipt.controlTotals[0]?.counted ?? 0;
  expect(persons).toBeGreaterThanOrEqual(numbered);
  expect(persons).toBeLessThanOrEqual(numbered + nameless);
}
