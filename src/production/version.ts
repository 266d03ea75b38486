/** The program's own version, from its package: part of what a statement is produced by. */
import {join} from 'node:path';
import * as z from 'zod';
import {type Effects, readBytes} from './effects.ts';

const Package = z.object({version: z.string()});

export async function programVersion(effects: Effects): Promise<string> {
  const bytes = await readBytes(join(effects.packageFolder, 'package.json'));
  return Package.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).version;
}
