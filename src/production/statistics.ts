/** The public door: what is compiled and released. Nothing behind it names a person. */
import type {Refusal} from '#concepts/refusal';
import {type Outcome, refuse} from '#kit/outcome';
import {type Compilation, type Compiled, compile} from './compile.ts';
import {amongEditions} from './edition-files.ts';
import type {Effects} from './effects.ts';
import type {Progress} from './progress.ts';
import {programVersion} from './version.ts';
import {openRegister, withStore} from './workspace.ts';

export const statement = async (
  folder: string,
  request: Omit<Compilation, 'version' | 'now' | 'effects'>,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Compiled, Refusal>> => {
  if (amongEditions(request.out, folder))
    return refuse({reason: 'inside-workspace', path: request.out, workspace: folder});
  const version = await programVersion(effects);
  return withStore(await openRegister(folder), (register) =>
    compile(register, {...request, version, now: effects.now(), effects}, progress),
  );
};
