/**
 * A small office: the Danish profile with a short statement, one agency that sends its whole list every time, a clock that is set, and
 * the command as it is run there. What the agency says is a map of its rows, which a test changes as the agency would.
 */
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {instant} from '#kit/instant';
import type {Effects} from '#production/effects';
import {commandIn} from '../cli/command-in.ts';
import {effectsIn, temporaryFolder} from '../workspaces.ts';

const HEADINGS = [
  'Sagsnr.',
  'Udl.nr.',
  'Navn',
  'Alias',
  'Fødselsdato',
  'Alder vurderet',
  'Køn',
  'Statsborgerskab',
  'Opholdsstatus',
  'Asyl søgt',
  'Kontaktform',
  'Kontaktdato',
  'Afgørelsesdato',
  'Afgørelse',
  'Udnyttelse',
  'Øvrige udnyttelsesformer',
  'Branche',
  'Udrejsefrist (dage)',
  'Refleksionsperiode (dage)',
  'Tidligere vurderet',
  'Tidligere år',
  'Medfølgende børn',
  'Sagskompleks',
] as const;
type Heading = (typeof HEADINGS)[number];
export type Row = Partial<Record<Heading, string>>;

/** A decision that the person is a victim; the day as the agency writes it, `14-05-2013`. */
export const decision = (person: string, day: string, form: string, sex = 'Kvinde'): Row => ({
  'Udl.nr.': person,
  Køn: sex,
  Statsborgerskab: 'Nigeria',
  Opholdsstatus: 'Ulovligt ophold',
  Kontaktform: 'Politi',
  Afgørelsesdato: day,
  Afgørelse: 'Positiv',
  Udnyttelse: form,
});

/** By case number. */
export type Rows = ReadonlyMap<string, Row>;

export const csvOf = (rows: Rows): Buffer => {
  const lines = [...rows].map(([number, row]) =>
    HEADINGS.map((heading) => (heading === 'Sagsnr.' ? number : (row[heading] ?? ''))).join(';'),
  );
  return Buffer.from([HEADINGS.join(';'), ...lines, ''].join('\r\n'), 'latin1');
};

export interface SmallOffice {
  readonly folder: string;
  readonly workspace: string;
  readonly effects: Effects;
  readonly opgor: ReturnType<typeof commandIn>['opgor'];
  /** The answer of a command that must succeed. */
  done(...args: readonly string[]): Promise<Answer>;
  /** The reason for which a command must be refused. */
  refused(...args: readonly string[]): Promise<string>;
  /** Sets the clock. */
  at(moment: string): void;
  /** The agency's whole list, received now. */
  receive(rows: Rows): Promise<Answer>;
  /** Changes a file of the profile; a change that changes nothing is a fault of the test. */
  edit(file: string, change: (text: string) => string): void;
  remove(): void;
}

// biome-ignore lint/suspicious/noExplicitAny: an answer is JSON, read by tests member by member
export type Answer = any;

/** `statements`: the profile's own statement, or one of a table and the revisions. */
export async function smallOffice(name: string, statements: 'short' | 'whole' = 'short'): Promise<SmallOffice> {
  const {path, remove} = temporaryFolder(name);
  const workspace = join(path, 'office');
  let now = '2013-01-10T09:00:00Z';
  const effects: Effects = {...effectsIn(path), now: () => instant(now)};
  const {opgor, json} = commandIn(path, workspace, effects);
  const done: SmallOffice['done'] = async (...args) => {
    const {code, answer} = await json(...args);
    if (code !== 0) throw new Error(`${args.join(' ')}: ${JSON.stringify(answer.refusal ?? answer)}`);
    return answer;
  };
  const edit: SmallOffice['edit'] = (file, change) => {
    const place = join(workspace, 'profile', file);
    const before = readFileSync(place, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`${file} is as it was`);
    writeFileSync(place, after);
  };
  const office: SmallOffice = {
    folder: path,
    workspace,
    effects,
    opgor,
    done,
    edit,
    remove,
    async refused(...args) {
      const {code, answer} = await json(...args);
      if (code !== 1) throw new Error(`${args.join(' ')}: ended ${code}`);
      return answer.refusal.reason;
    },
    at(moment) {
      now = moment;
    },
    async receive(rows) {
      const file = join(path, `us-${now.slice(0, 10)}.csv`);
      writeFileSync(file, csvOf(rows));
      return (await done('receive', file, '--source', 'us', '--accept-withdrawals')).receipt;
    },
  };
  await done('init', workspace, '--profile', 'denmark', '--synthetic');
  for (const person of ['Anne Holm', 'Bo Lind']) await done('person', 'add', person);
  edit('published.csv', (text) => text.replace(/^persons-by-year,201.*\n/gm, ''));
  if (statements === 'short') for (const language of ['da', 'en']) edit(`statement/${language}.md`, shortened);
  return office;
}

/** Its front matter, one table and the section on revisions. */
function shortened(statement: string): string {
  const frontMatter = /^---\n.*?\n---\n/s.exec(statement)?.[0] ?? '';
  const revisions =
    /^## [^\n]*\[#revisions\].*?(?=^\[\^|^## (?!.*\[#revisions\])|(?![\s\S]))/ms.exec(statement)?.[0] ?? '';
  return `${frontMatter}\n## Persons [#persons]\n\n::table{#persons-by-year}\n\n${revisions}`;
}

/** Every file below a folder, whole. */
export const bytesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map(({parentPath, name}) => join(parentPath, name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path).toString('base64')]),
  );

/** Released by one, approved by the other. */
export const releaseOf = (office: SmallOffice, year: number, ...rest: readonly string[]): Promise<Answer> =>
  office.done(
    ...['release', String(year), '--edition', 'internal'],
    ...['--by', 'Anne Holm', '--approved-by', 'Bo Lind', ...rest],
  );

/** What a reader of an edition's page reads, in one line. */
export const textOf = ({folder}: Answer, language: string): string =>
  readFileSync(join(folder, `statement.${language}.html`), 'utf8')
    .replace(/<(style|script|svg)\b.*?<\/\1>/gs, '')
    .replace(/<span popover.*?<\/span>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');
