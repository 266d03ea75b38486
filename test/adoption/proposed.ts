/** An office of the Danish profile, and what adoption proposes of files laid before it. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect} from 'vitest';
import type {Answers} from '#adoption/answers';
import type {Finding} from '#concepts/finding';
import {instant} from '#kit/instant';
import {NO_ANSWERS, prepare, proposalsOf} from '#production/adopt-proposal';
import {initWorkspace} from '#production/casework';
import {effectsIn, temporaryFolder} from '../workspaces.ts';

export function proposingOffice(name: string) {
  const folder = temporaryFolder(name);
  const effects = {...effectsIn(folder.path), now: () => instant('2026-11-23T09:00:00Z')};
  const office = join(folder.path, 'office');
  const made = initWorkspace(office, {profile: 'denmark', synthetic: true}, effects);
  let folders = 0;

  async function adopt(files: Readonly<Record<string, Uint8Array | string>>, answers: Partial<Answers> = {}) {
    expect((await made).ok).toBe(true);
    const at = join(folder.path, `in-${++folders}`);
    mkdirSync(at);
    for (const [file, bytes] of Object.entries(files)) writeFileSync(join(at, file), bytes);
    const prepared = await prepare(office, at);
    if (!prepared.ok) throw new Error(prepared.refusal.reason);
    const {sheets, findings, questions} = proposalsOf(prepared.value, {...NO_ANSWERS, ...answers}, effects);
    const all: readonly Finding[] = [
      ...prepared.value.survey.findings,
      ...findings,
      ...sheets.flatMap((one) => one.findings),
    ];
    return {
      sheets,
      questions,
      all,
      refused: prepared.value.survey.refused,
      find: (rule: string) => all.find((one) => one.rule === rule),
    };
  }
  return {folder, adopt};
}
