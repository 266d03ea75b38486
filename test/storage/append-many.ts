/**
 * A process of its own among others: appends so many facts, each after it has read what is there, and begins anew where somebody
 * else was first. Says how many numbers it was given, and how often it was told of others.
 *
 *   append-many.ts FOLDER HOW-MANY WHO
 */
import {instant} from '#kit/instant';
import {plainDate} from '#kit/plain-date';
import {openPostgresStore, type PostgresStore} from '#storage/postgres';
import {StoreFault} from '#storage/store-fault';
import {databaseFor} from './postgres-server.ts';

const [folder = '', howMany = '', who = ''] = process.argv.slice(2);
const opened = await openPostgresStore(await databaseFor(folder));
if (!opened.ok) throw new Error(opened.refusal.reason);

const given: number[] = [];
let told = 0;
while (given.length < Number(howMany)) {
  try {
    given.push(await appendOne(opened.value.session()));
  } catch (thrown) {
    if (!(thrown instanceof StoreFault) || thrown.refusal.reason !== 'changed-meanwhile') throw thrown;
    told += 1;
  }
}
await opened.value.close();
console.log(JSON.stringify({given, told}));

/** As a verb does: reads, decides on what it read, writes. */
async function appendOne(store: PostgresStore): Promise<number> {
  const before = (await store.submissions()).length;
  const recordedAt = instant(new Date(Date.UTC(2014, 0, 1) + before).toISOString());
  const submission = {
    source: 'us',
    file: '',
    sha256: '',
    recordedAt,
    recordedBy: who,
    rows: 1,
    held: 0,
    controlTotals: [],
  };
  return store.append(submission, (writer) =>
    writer.fact(writer.person(), {kind: 'asylum-claim', on: plainDate('2013-01-01')}),
  );
}
