/** What was published of ten years, wrong in cells that the lists of those years say are otherwise. */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {dump} from 'js-yaml';
import type {Effects} from '#production/effects';
import {writeMessyYears} from '../../examples/adoption/folder.ts';
import {type MessyYears, messyYears} from '../../examples/adoption/messy-years.ts';
import {randomFrom} from '../../examples/synthesis/random.ts';
import {commandIn} from '../cli/command-in.ts';
import type {Answer, Defect, Json} from './defect.ts';

/** The figures as the lists come to, whatever was published. */
function rightFigures({published, wrong}: MessyYears): readonly (readonly [cell: string, value: number])[] {
  return published
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [year = '', table = '', code = '', value = ''] = line.split(',');
      const cell = [table, year, ...(code === '' ? [] : [code])].join('.');
      return [cell, wrong.get(cell)?.counted ?? Number(value)] as const;
    });
}

const asFile = (figures: readonly (readonly [cell: string, value: number])[]): string =>
  `year,table,code,value\n${figures
    .map(([cell, value]) => {
      const [table = '', year = '', code = ''] = cell.split('.');
      return `${year},${table},${code},${value}\n`;
    })
    .join('')}`;

const answersTo = (questions: readonly Answer[], {truth}: MessyYears): string => {
  const columns: Record<string, string | null> = {};
  const words: Record<string, Record<string, string>> = {};
  const assume: Record<string, string> = {};
  for (const {kind, heading = '', of = '', word = '', member = '', proposed = ''} of questions) {
    if (kind === 'column') columns[heading] = truth.headings.get(heading) ?? null;
    if (kind === 'assume') assume[member] = proposed;
    if (kind === 'word') words[of] = {...words[of], [word]: truth.words.get(of)?.get(word) ?? ''};
  }
  return dump({columns, words, assume});
};

/** An office that adopts its ten years; `differing` are the cells it is told differ, of these figures published. */
export async function adoptingOffice(seed: number, folder: string, effects: Effects) {
  const years = await messyYears({seed, persons: 40});
  const place = await writeMessyYears(years, join(folder, `sheets-${seed}`), effects.packageFolder);
  const {opgor, json} = commandIn(folder, place.workspace, effects);
  await opgor(['init', place.workspace, '--profile', place.profile]);
  const answers = join(folder, `answers-${seed}.yaml`);
  const proposed = await json('adopt', place.folder);
  writeFileSync(answers, answersTo(proposed.answer.questions, years));
  const figures = rightFigures(years);
  const published = join(folder, `published-${seed}.csv`);
  async function differing(all: readonly (readonly [cell: string, value: number])[]): Promise<readonly Answer[]> {
    writeFileSync(published, asFile(all));
    const {answer} = await json('adopt', place.folder, '--answers', answers, '--published', published);
    const {differences} = answer.reconciliation;
    await json('adopt', '--undo', answer.adoption, '--yes');
    return differences;
  }
  return {figures, differing};
}

export interface PlantedCell {
  readonly cell: string;
  readonly published: number;
  readonly counted: number;
}

/** Totals, margins, large cells and small, some of a year together: typed wrong by one, by more, figures turned about, ten times as many, nought. */
export function plantedIn(seed: number, figures: readonly (readonly [cell: string, value: number])[], count: number) {
  const random = randomFrom(seed);
  const planted = new Map<string, PlantedCell>();
  while (planted.size < count) {
    const [cell, counted] = random.pick(figures);
    const turned = Number([...String(counted)].toReversed().join(''));
    const published = Math.max(
      0,
      random.pick([counted + 1, counted - 1, counted + 9, counted - 3, turned, counted * 10, 0]),
    );
    if (published !== counted) planted.set(cell, {cell, published, counted});
  }
  return [...planted.values()];
}

export function countDefects(planted: readonly PlantedCell[], differences: readonly Answer[]): readonly Defect[] {
  return planted.map(({cell, published, counted}) => ({
    kind: 'counts',
    planted: `${published} for ${counted}`,
    where: cell,
    told: async () => {
      const told = differences.find((one) => one.cell === cell);
      const right = told?.published === published && told.counted === counted;
      return right ? `${cell}: published ${told.published}, counted ${told.counted}` : undefined;
    },
  }));
}

/** Totals of earlier years in what a profile says was published, one more or less than the register comes to; put back afterwards. */
export async function toldOfPublished(
  workspace: string,
  out: string,
  json: Json,
  change: (year: number, value: number) => number,
) {
  const path = join(workspace, 'profile', 'published.csv');
  const before = readFileSync(path, 'utf8');
  const planted: PlantedCell[] = [];
  const after = before.replaceAll(
    /^(persons-by-year),(\d{4}),,(\d+)/gm,
    (line, table: string, year: string, value: string) => {
      const published = change(Number(year), Number(value));
      if (published === Number(value)) return line;
      planted.push({cell: `${table}.${year}`, published, counted: Number(value)});
      return `${table},${year},,${published}`;
    },
  );
  writeFileSync(path, after);
  const {answer} = await json('statement', '2013', '--media', 'html', '--out', out);
  writeFileSync(path, before);
  return {planted, findings: answer.findings.filter(({rule}: Answer) => rule === 'published-total-disagrees')};
}
