/** Where a workspace is served while it is, `workbench/address`: so that whoever starts it a second time is shown what runs. */
import {join} from 'node:path';
import {exists, readBytes, removeFile, writeWhole} from './effects.ts';

const addressFile = (workspace: string): string => join(workspace, 'workbench', 'address');

/** Gone again when it is no longer served. */
export async function servedAt(workspace: string, url: string): Promise<{ended(): Promise<void>}> {
  await writeWhole(addressFile(workspace), `${url}\n`, 0o600);
  return {ended: () => removeFile(addressFile(workspace))};
}

/** Undefined: nobody serves it, or what did was cut off. */
export async function findServed(workspace: string): Promise<string | undefined> {
  const path = addressFile(workspace);
  if (!(await exists(path))) return undefined;
  const url = Buffer.from(await readBytes(path))
    .toString('utf8')
    .trim();
  const answer = await fetch(`${url}/assets/icon.svg`).catch(() => undefined);
  return answer?.ok === true ? url : undefined;
}
