/** The ten years on disk, with a profile of which nothing is published yet, and what somebody who knows the office would answer. */
import {cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Answers, Proposals} from '#production/adopt-proposal';
import {NO_ANSWERS} from '#production/adopt-proposal';
import type {MessyYears} from './messy-years.ts';

export async function writeMessyYears({files, published}: MessyYears, at: string, packageFolder: string) {
  const [folder, profile] = [join(at, 'spreadsheets'), join(at, 'profile')];
  await mkdir(folder, {recursive: true});
  for (const [name, bytes] of files) await writeFile(join(folder, name), bytes);
  await writeFile(join(at, 'published.csv'), published);
  await cp(join(packageFolder, 'profiles', 'denmark'), profile, {recursive: true});
  const [head = ''] = (await readFile(join(profile, 'published.csv'), 'utf8')).split('\n');
  await writeFile(join(profile, 'published.csv'), `${head}\n`);
  return {folder, profile, published: join(at, 'published.csv'), workspace: join(at, 'office')};
}

/** Only what is asked is answered: whatever is certain is taken as it is proposed. */
export function truthAsAnswers({truth}: MessyYears, {questions}: Proposals): Answers {
  const columns: Record<string, string | null> = {};
  const words: Record<string, Record<string, string | null>> = {};
  const assume: Record<string, string | null> = {};
  for (const question of questions) {
    if (question.kind === 'column') columns[question.heading] = truth.headings.get(question.heading) ?? null;
    else if (question.kind === 'assume') assume[question.member] = question.proposed;
    else if (question.kind === 'word') {
      const own = words[question.of] ?? {};
      words[question.of] = own;
      own[question.word] = truth.words.get(question.of)?.get(question.word) ?? '';
    }
  }
  return {...NO_ANSWERS, columns, words, assume};
}
