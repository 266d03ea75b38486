/** In a real store: an edition compiled on the day, and again from everything that was ever recorded, has the same figures. */
import fc from 'fast-check';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {yearPeriod} from '#concepts/period';
import {serialOf} from '#concepts/record-number';
import type {Instant} from '#kit/instant';
import {count} from '#production/count';
import type {Recorded} from '#register/fact';
import type {PersonFile} from '#register/person-file';
import type {Store} from '#storage/store';
import {hasPostgres, type PostgresServer, startPostgres} from '../storage/postgres-server.ts';
import {stores} from '../storage/stores.ts';
import {temporaryFolder} from '../workspaces.ts';
import {value} from './edition-office.ts';
import {definitions, histories, Register} from './histories.ts';

const silent = () => undefined;

/** The store numbers facts and persons as the history did. */
async function record(store: Store, delivery: readonly Recorded[], known: number): Promise<number> {
  const [first] = delivery;
  if (first === undefined) return known;
  const submission = {
    source: 'us',
    file: 'us.csv',
    sha256: 'ab',
    recordedBy: 'test',
    rows: 1,
    held: 0,
    controlTotals: [],
  };
  return store.append({...submission, recordedAt: first.recordedAt}, (writer) => {
    let persons = known;
    for (const {record: of, id, fact, row} of delivery) {
      for (; persons < serialOf(of); persons++) writer.person();
      expect(writer.fact(of, fact, row)).toBe(id);
    }
    return persons;
  });
}

/** Whose file holds which facts, and with whom they were ever decided to be one. */
async function factsIn(files: AsyncIterable<PersonFile>) {
  const found: unknown[] = [];
  for await (const {record, facts, circle} of files) found.push([record, circle, facts.map(({id}) => id)]);
  return found;
}

let server: PostgresServer | undefined;
beforeAll(async () => {
  if (hasPostgres) server = await startPostgres();
});
afterAll(() => server?.remove());

test.each(stores.filter(({isHere}) => isHere))(
  '$name',
  async ({open}) => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(definitions.length - 1), async ({persons, deliveries}, which) => {
        const by = definitions[which];
        const {path, remove} = temporaryFolder('stand');
        const store = value(await open(path));
        try {
          const register = new Register(persons);
          for (const delivery of deliveries) register.deliver(delivery);
          const compiled: {readonly cutOff: Instant; readonly figures: unknown}[] = [];
          const figuresAt = async (cutOff: Instant) =>
            by && (await count(() => store.personFiles(cutOff), by, yearPeriod(2013), silent)).cubes;
          let known = 0;
          const all = register.deliveries;
          for (const [i, delivery] of all.entries()) {
            known = await record(store, delivery, known);
            const cutOff = delivery[0]?.recordedAt;
            if (cutOff === undefined || all[i + 1]?.[0]?.recordedAt === cutOff) continue;
            compiled.push({cutOff, figures: await figuresAt(cutOff)});
          }
          for (const {cutOff, figures} of compiled) {
            expect(await figuresAt(cutOff)).toEqual(figures);
            expect(await factsIn(store.personFiles(cutOff))).toEqual(await factsIn(register.read(cutOff)));
          }
        } finally {
          await store.close();
          remove();
        }
      }),
      {numRuns: 40, seed: 20131015},
    );
  },
  120_000,
);
