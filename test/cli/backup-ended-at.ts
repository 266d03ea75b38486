/**
 * A process that backs a workspace up and is ended by force at its so-manieth step on the disk, half-way into it where it writes:
 * `node … OFFICE KEYS STEP`. Ended or not, it says how many steps it had taken.
 */
import {writeSync} from 'node:fs';
import fs from 'node:fs/promises';
import {syncBuiltinESMExports} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const [, , office = '', keys = '', step = ''] = process.argv;
let taken = 0;
const isLast = () => {
  taken += 1;
  return taken === Number(step);
};
const end = () => {
  writeSync(1, String(taken));
  process.kill(process.pid, 'SIGKILL');
  // Nothing is done any more until the signal is there.
  for (;;);
};

const any = await fs.open(join(tmpdir()), 'r');
const handle = Object.getPrototypeOf(any);
await any.close();
const {writeFile, sync} = handle;
handle.writeFile = async function (this: fs.FileHandle, bytes: Uint8Array) {
  if (!isLast()) return writeFile.call(this, bytes);
  writeSync(this.fd, bytes.subarray(0, bytes.length >> 1));
  end();
};
handle.sync = async function (this: fs.FileHandle) {
  if (isLast()) end();
  return sync.call(this);
};
const {rename, rm, mkdir} = fs;
Object.assign(fs, {
  rename: async (...given: Parameters<typeof rename>) => (isLast() ? end() : rename(...given)),
  rm: async (...given: Parameters<typeof rm>) => (isLast() ? end() : rm(...given)),
  mkdir: async (...given: Parameters<typeof mkdir>) => (isLast() ? end() : mkdir(...given)),
});
syncBuiltinESMExports();

const {backUp} = await import('#production/backup');
const {nodeEffects} = await import('#production/effects');
const effects = {...nodeEffects(), environment: () => undefined, keyFolder: join(keys, 'keys')};
const written = await backUp(office, effects);
if (!written.ok) throw new Error(written.refusal.reason);
process.stdout.write(String(taken));
