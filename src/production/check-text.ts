/** `opgor check`: texts read from files, and what is known that their figures are held against. */
import {basename} from 'node:path';
import {checkText} from '#claims/check-text';
import type {Claim} from '#claims/claim';
import type {KnownTable} from '#claims/known';
import type {Text} from '#claims/text';
import type {EditionKind} from '#concepts/edition';
import {LANGUAGES, type LanguageTag} from '#concepts/labels';
import {yearPeriod} from '#concepts/period';
import type {Refusal} from '#concepts/refusal';
import {type PublishedTable, TOTAL} from '#disclosure/published-table';
import {done, type Outcome} from '#kit/outcome';
import {languages} from '#language/language';
import {readPublished} from './attack.ts';
import {yearOfInstant} from './check-year.ts';
import {draw} from './compile.ts';
import type {Effects} from './effects.ts';
import {readHistory} from './history.ts';
import {knownOf, ownText} from './known-statement.ts';
import type {Progress} from './progress.ts';
import {readTextFile} from './text-file.ts';
import {programVersion} from './version.ts';
import {openRegister, withStore} from './workspace.ts';

export interface CheckRequest {
  readonly files: readonly string[];
  /** Tables to hold the texts against. */
  readonly against: readonly string[];
  /** Undefined: no register. */
  readonly workspace: string | undefined;
  readonly year: number | undefined;
  readonly kind: EditionKind;
}

export interface Checked {
  readonly texts: readonly {readonly file: string; readonly claims: readonly Claim[]}[];
  /** What of the register the texts were held against. */
  readonly register: {readonly kind: EditionKind; readonly year: string} | undefined;
  readonly tables: number;
}
export type {Claim, Reason} from '#claims/claim';

/** Of one language. */
interface Held {
  readonly tables: readonly KnownTable[];
  readonly statement: Text | undefined;
}

export async function checkFiles(
  request: CheckRequest,
  effects: Effects,
  progress: Progress,
): Promise<Outcome<Checked, Refusal>> {
  const texts: Text[] = [];
  for (const file of request.files) {
    const text = await readTextFile(file);
    if (!text.ok) return text;
    texts.push(text.value);
    progress({stage: 'read', done: texts.length, of: request.files.length});
  }
  const published = await readPublished(request.against, undefined);
  if (!published.ok) return published;
  const given = published.value.map(knownFromPublished);
  const register =
    request.workspace === undefined
      ? done(undefined)
      : await heldOf(request.workspace, request, texts, effects, progress);
  if (!register.ok) return register;
  const held = (language: LanguageTag): Held => {
    const {tables = [], statement} = register.value?.held[language] ?? {};
    return {tables: [...given, ...tables], statement};
  };
  const year = register.value?.year ?? (request.year === undefined ? undefined : String(request.year));
  const ways = LANGUAGES.map((language) => ({words: languages[language].reading, against: held(language)}));
  return done({
    texts: texts.map((text) => ({file: text.name, claims: checkText({text, languages: ways, year})})),
    register: register.value && {kind: request.kind, year: register.value.year},
    tables: given.length,
  });
}

/** What the register says of a year, compiled as the statement is, in each language. */
async function heldOf(
  folder: string,
  {year, kind}: CheckRequest,
  texts: readonly Text[],
  effects: Effects,
  progress: Progress,
): Promise<Outcome<{readonly year: string; readonly held: Readonly<Partial<Record<LanguageTag, Held>>>}, Refusal>> {
  const version = await programVersion(effects);
  return withStore(await openRegister(folder), async (register) => {
    const history = await readHistory(folder, undefined, effects.now());
    if (!history.ok) return history;
    const meant = year ?? yearOfInstant(texts, (await register.store.latest()) ?? effects.now());
    const layout = {
      period: yearPeriod(meant),
      languages: undefined,
      asAt: undefined,
      strict: false,
      kind,
      version,
      effects,
      texts: undefined,
      history: history.value,
      media: ['docx'],
    };
    const drawn = await draw(register, layout, progress);
    if (!drawn.ok) return drawn;
    const {cubes, statements} = drawn.value.draft;
    const held = Object.fromEntries(
      statements.map((statement) => [
        statement.language,
        {tables: knownOf(cubes, register.profile, statement.language, meant), statement: ownText(statement)},
      ]),
    );
    return done({year: String(meant), held});
  });
}

const YEARS = ['year', 'år', 'aar', 'time', 'tid', 'period', 'periode', 'time_period'];

/** Cells whose number is told exactly. */
function knownFromPublished({name, dimensions, cells}: PublishedTable): KnownTable {
  const told = cells.filter(({low, high}) => low === high);
  return {
    name: basename(name),
    incomplete: told.length < cells.length,
    cells: told.map(({codes, low}) => {
      const said = dimensions.flatMap((dimension, i) => {
        const text = codes[i] ?? TOTAL;
        return text === TOTAL ? [] : [{dimension: dimension.name, text}];
      });
      const isYear = ({dimension, text}: {readonly dimension: string; readonly text: string}) =>
        YEARS.includes(dimension.toLowerCase()) && /^\d{4}$/.test(text);
      return {labels: said.filter((one) => !isYear(one)), year: said.find(isYear)?.text, value: low};
    }),
  };
}
