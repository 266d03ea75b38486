/** Adopts a folder and is gone at once when it next asks for the time after the profile is written, before anything is received. */
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {instant} from '#kit/instant';
import {effectsIn} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const [office = '', keys = '', folder = '', answers = ''] = process.argv.slice(2);
const {opgor} = commandIn(keys, office, {
  ...effectsIn(keys),
  now: () => {
    if (existsSync(join(office, 'adoptions', 'adoption-1.yaml'))) process.kill(process.pid, 'SIGKILL');
    return instant('2026-11-23T09:00:00Z');
  },
});
const {err} = await opgor(['adopt', folder, '--answers', answers]);
process.stderr.write(err);
