/**
 * Restoring a register beside a plain copy of the same file to the same disk, in one run; and what a backup costs, the first and one after a change.
 *
 *   node bench/backup.ts [megabytes] [rounds]
 *
 * The register is a real one, filled with facts and sealed identities of a length as in use. Both sides end with the file synced.
 */
import {randomBytes} from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import {backUp, backUpTo} from '#production/backup';
import {initWorkspace} from '#production/casework';
import {nodeEffects} from '#production/effects';
import {restore} from '#production/restore';

const megabytes = Number(process.argv[2] ?? 100);
const rounds = Number(process.argv[3] ?? 3);
const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'opgor-bench-backup-'));
const effects = {...nodeEffects(), keyFolder: join(folder, 'keys')};
const [office, place] = [join(folder, 'office'), join(folder, 'place')];
const register = join(office, 'register.sqlite');

function fill(): void {
  const database = new DatabaseSync(register);
  database.exec(
    "PRAGMA journal_mode = WAL; INSERT INTO submission VALUES (1, 'us', 'f', '', '2014-01-01T00:00:00.000Z', 'bench', 0, '[]', 0)",
  );
  const person = database.prepare('INSERT INTO person VALUES (?, ?)');
  const identity = database.prepare('INSERT INTO identity VALUES (?, 1, 1, ?)');
  const token = database.prepare('INSERT INTO token VALUES (?, ?, 1)');
  const fact = database.prepare("INSERT INTO fact VALUES (NULL, ?, 'assessment', '2013-05-02', 1, ?, ?)");
  for (let serial = 1; statSync(register).size < megabytes * 1e6; ) {
    database.exec('BEGIN');
    for (let i = 0; i < 20_000; i++, serial++) {
      person.run(serial, randomBytes(68));
      identity.run(serial, randomBytes(300));
      for (let j = 0; j < 3; j++) token.run(randomBytes(16), serial);
      fact.run(
        serial,
        serial,
        JSON.stringify({
          kind: 'assessment',
          on: '2013-05-02',
          by: 'us',
          outcome: 'victim',
          codes: {nationality: 'ng', exploitation: 'prostitution', sex: 'female', serial},
        }),
      );
    }
    database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
  }
  database.close();
}

const timed = async (work: () => unknown): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};
const must = <T extends {readonly ok: boolean}>(outcome: T): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome;
};
const median = (all: readonly number[]): number =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
const seconds = (time: number) => `${(time / 1000).toFixed(2)} s`;

try {
  const made = must(await initWorkspace(office, {profile: 'denmark', synthetic: true}, effects));
  const papers = made.ok ? [made.value.recovery] : [];
  fill();
  mkdirSync(place);
  const first = await timed(async () => must(await backUpTo(office, place, effects)));
  const database = new DatabaseSync(register);
  database.exec("INSERT INTO submission VALUES (2, 'us', 'g', '', '2014-01-02T00:00:00.000Z', 'bench', 0, '[]', 0)");
  database.close();
  const next = await timed(async () => must(await backUp(office, effects)));
  const packs = readdirSync(place, {recursive: true, withFileTypes: true}).filter(({name}) => name.endsWith('.pack'));
  const sizes = packs.map(({parentPath, name}) => statSync(join(parentPath, name)).size);
  const [copies, restores]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const [copy, to] = [join(folder, `copy-${round}`), join(folder, `restored-${round}`)];
    copies.push(
      await timed(() => {
        copyFileSync(register, copy);
        const file = openSync(copy, 'r+');
        fsyncSync(file);
        closeSync(file);
      }),
    );
    restores.push(
      await timed(async () =>
        must(await restore({place, version: undefined, papers, to, dryRun: false}, effects, () => {})),
      ),
    );
    for (const path of [copy, to]) rmSync(path, {recursive: true});
  }
  const [size, plain, whole] = [statSync(register).size, median(copies), median(restores)];
  console.log(
    `register ${(size / 1e6).toFixed(0)} MB; packs ${sizes.map((one) => (one / 1e6).toFixed(2)).join(' + ')} MB`,
  );
  console.log(`first backup ${seconds(first)}, after a small change ${seconds(next)}`);
  console.log(
    `plain copy ${seconds(plain)}, restore with proof ${seconds(whole)}, ratio ${(whole / plain).toFixed(1)}`,
  );
  console.log(`at this rate, 1 GB restored in ${seconds((whole * 1e9) / size)}`);
} finally {
  rmSync(folder, {recursive: true, force: true});
}
