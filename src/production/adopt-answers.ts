/** Answers to proposals, as a file: read, checked, and written with every proposal in it for a person to correct. */
import {basename} from 'node:path';
import {dump, load, YAMLException} from 'js-yaml';
import * as z from 'zod';
import type {Answers} from '#adoption/answers';
import {examplesSaid} from '#adoption/examples';
import type {Question} from '#adoption/questions';
import type {Refusal} from '#concepts/refusal';
import {done, type Outcome, refuse} from '#kit/outcome';
import type {Profile} from '#profile/profile';
import type {Proposals} from './adopt-proposal.ts';
import {isFile, readBytes} from './effects.ts';

const field = z.string().nullable();
const columns = z.record(z.string(), field);
const labels = z.strictObject({da: z.string().min(1), en: z.string().min(1)});

const AnswersYaml = z.strictObject({
  columns: columns.default({}),
  words: z.record(z.string(), z.record(z.string(), z.string().nullable())).default({}),
  assume: z.record(z.string(), z.string().nullable()).default({}),
  years: z.record(z.string(), z.int().min(1900).max(2100)).default({}),
  tables: z.record(z.string(), z.string().nullable()).default({}),
  files: z.record(z.string(), z.strictObject({columns: columns.optional()})).default({}),
  skip: z.array(z.string()).default([]),
  codes: z
    .array(
      z.strictObject({
        list: z.string(),
        code: z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/),
        parent: z.string().optional(),
        from: z.string().optional(),
        labels,
      }),
    )
    .default([]),
  accept: z.number().min(0).max(1).optional(),
});

/** Refused: `no-such-file`, `answers-faulty`. */
export async function readAnswers(path: string, profile: Profile): Promise<Outcome<Answers, Refusal>> {
  if (!(await isFile(path))) return refuse({reason: 'no-such-file', file: path});
  const file = basename(path);
  let yaml: unknown;
  try {
    yaml = load(Buffer.from(await readBytes(path)).toString('utf8')) ?? {};
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return refuse({reason: 'answers-faulty', file, at: `line ${(error.mark?.line ?? 0) + 1}`, expected: 'YAML'});
  }
  const read = AnswersYaml.safeParse(yaml);
  if (read.success) return checked(read.data, file, profile);
  const [issue] = read.error.issues;
  const at = issue?.path.join('.') || String(issue?.code ?? '');
  return refuse({reason: 'answers-faulty', file, at, expected: Object.keys(AnswersYaml.shape).join(', ')});
}

/** Every field, code and table it names is there. */
function checked(answers: Answers, file: string, profile: Profile): Outcome<Answers, Refusal> {
  const fields = new Set(profile.adopt.flatMap((pattern) => pattern.columns.map((column) => column.field)));
  const faulty = (at: string, expected: Iterable<string>) =>
    refuse({reason: 'answers-faulty', file, at, expected: [...expected].join(', ')} as const);
  const allColumns = [answers.columns, ...Object.values(answers.files).map((one) => one.columns ?? {})];
  for (const bag of allColumns)
    for (const [heading, one] of Object.entries(bag))
      if (one !== null && !fields.has(one)) return faulty(`columns.${heading}`, fields);
  for (const [of, words] of Object.entries(answers.words)) {
    const codes = codesFor(of, profile, answers);
    if (codes === undefined) return faulty(`words.${of}`, profile.codeLists.keys());
    for (const [word, code] of Object.entries(words))
      if (code !== null && code !== '' && !codes.has(code)) return faulty(`words.${of}.${word}`, codes);
  }
  for (const {list, code} of answers.codes)
    if (!profile.codeLists.has(list)) return faulty(`codes.${code}`, profile.codeLists.keys());
  const tables = new Set(profile.tables.map(({id}) => id));
  for (const [title, table] of Object.entries(answers.tables))
    if (table !== null && !tables.has(table)) return faulty(`tables.${title}`, tables);
  return done(answers);
}

/** What a word of a list, or of a closed question, may stand for; undefined: there is no such list. */
export function codesFor(
  of: string,
  profile: Profile,
  {codes}: Pick<Answers, 'codes'>,
): ReadonlySet<string> | undefined {
  const list = profile.codeLists.get(of);
  if (list !== undefined) {
    const added = codes.filter((one) => one.list === of).map(({code}) => code);
    return new Set(['unknown', ...list.rows.map(({code}) => code), ...added]);
  }
  const answers = profile.adopt.flatMap(({columns}) =>
    columns.flatMap(({field, type}) => (type.kind === 'answer' && field === of ? Object.values(type.words) : [])),
  );
  return answers.length === 0 ? undefined : new Set(answers);
}

/** Every question with what is proposed; what nobody can propose is left out. To be corrected and given back. */
export function answersYaml({questions}: Proposals, head: string): string {
  const ask = (kind: Question['kind']) => questions.filter((one) => one.kind === kind);
  const sections = [
    section('columns', ask('column'), (one) =>
      one.kind === 'column' ? [one.heading, one.proposed ?? null] : undefined,
    ),
    section('assume', ask('assume'), (one) => (one.kind === 'assume' ? [one.member, one.proposed] : undefined)),
    section('tables', ask('table'), (one) => (one.kind === 'table' ? [one.title, one.proposed ?? null] : undefined)),
    wordSection(questions),
  ];
  return `${head}\n${sections.filter((one) => one !== '').join('\n')}`;
}

type Entry = readonly [string, string | null] | undefined;

function section(name: string, questions: readonly Question[], entry: (one: Question) => Entry): string {
  const lines = questions.flatMap((one) => linesOf(one, entry(one), '  '));
  return lines.length === 0 ? '' : `${name}:\n${lines.join('\n')}\n`;
}

function wordSection(questions: readonly Question[]): string {
  const words = questions.filter((one) => one.kind === 'word');
  const lists = [...Map.groupBy(words, ({of}) => of)].map(([of, all]) =>
    [`  ${of}:`, ...all.flatMap((one) => linesOf(one, [one.word, one.proposed ?? ''], '    '))].join('\n'),
  );
  return lists.length === 0 ? '' : `words:\n${lists.join('\n')}\n`;
}

function linesOf(question: Question, entry: Entry, indent: string): readonly string[] {
  if (entry === undefined) return [];
  const line = dump({[entry[0]]: entry[1]}, {flowLevel: 1}).trim();
  return [
    `${indent}# ? ${question.certainty.toFixed(2)}  ${[question.sheets.slice(0, 3).join(', '), ...examplesIn(question)].join('  ')}`,
    `${indent}${line}`,
  ];
}

/** One line of what it holds. */
function examplesIn(question: Question): readonly string[] {
  const examples =
    question.kind === 'column' ? examplesSaid(question.column) : question.kind === 'table' ? question.examples : [];
  return examples.length === 0 ? [] : [examples.join(', ').replaceAll(/\s+/g, ' ')];
}
