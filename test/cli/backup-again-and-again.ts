/** A process that changes a workspace and backs it up, again and again, until it is ended: `node … OFFICE KEYS`. */
import {randomBytes} from 'node:crypto';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {backUp} from '#production/backup';
import {nodeEffects} from '#production/effects';

const [, , office = '', keys = ''] = process.argv;
const effects = {...nodeEffects(), environment: () => undefined, keyFolder: join(keys, 'keys')};
for (;;) {
  writeFileSync(join(office, 'letter.bin'), randomBytes(3_000_000));
  const written = await backUp(office, effects);
  if (!written.ok) throw new Error(written.refusal.reason);
  process.stdout.write('.');
}
