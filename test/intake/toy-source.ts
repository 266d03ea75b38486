/** A small agency made for tests: seven columns, four code lists, and what is needed to read its files. */

import {load} from 'js-yaml';
import type {CodeList, CodeRow} from '#concepts/code-list';
import type {Delivered, DeliveredRow, DeliveryEnd} from '#intake/delivery';
import type {Limits} from '#intake/limits';
import {type DeliveryRequest, readDelivery} from '#intake/read-delivery';
import type {SourceFormat} from '#intake/source-format';
import {sourceFormatSchema} from '#intake/source-format-schema';
import {plainDate} from '#kit/plain-date';

const list = (
  id: string,
  rows: readonly (readonly [code: string, da: string, from?: string, to?: string])[],
): CodeList => ({
  id,
  labels: {da: id, en: id},
  rows: rows.map(
    ([code, da, from = '2007-01-01', to]): CodeRow => ({
      code,
      labels: {da, en: code},
      correspondences: {},
      from: plainDate(from),
      to: to === undefined ? undefined : plainDate(to),
    }),
  ),
});

export const lists: ReadonlyMap<string, CodeList> = new Map(
  [
    list('authority', [
      ['us', 'Udlændingestyrelsen'],
      ['court', 'Domstolene'],
    ]),
    list('outcome', [
      ['victim', 'Positiv'],
      ['not-victim', 'Negativ'],
      ['presumed', 'Formodet'],
      ['unknown', 'Uoplyst'],
    ]),
    list('sex', [
      ['female', 'Kvinde'],
      ['male', 'Mand'],
      ['other', 'Andet køn', '2017-01-01'],
      ['unknown', 'Uoplyst'],
    ]),
    list('nationality', [
      ['NG', 'Nigeria'],
      ['RO', 'Rumænien'],
      ['TT', 'Trinidad og Tobago'],
      ['unknown', 'Uoplyst'],
    ]),
  ].map((one) => [one.id, one]),
);

export const TOY = `
id: toy
labels: {da: Prøve, en: Toy}
source: {title: made for tests}
file: {type: csv, delimiter: ';', encoding: windows-1252}
delivery: snapshot
key: [Sagsnr.]
day: [decided, contacted]
unknown-words: [ukendt, '-']
columns:
  - {heading: Sagsnr., field: case, type: text, required: true}
  - {heading: Navn, field: name, type: name}
  - {heading: CPR-nr., field: cpr, type: identifier, scheme: cpr, ignore: '-', pattern: '\\d{10}', starts-with-birth-date: true}
  - {heading: Fødselsdato, field: born, type: birth-date, format: dd-mm-yyyy}
  - {heading: Køn, field: sex, type: code, list: sex, words: {K: female}}
  - {heading: Statsborgerskab, field: nationality, type: code, list: nationality, separators: [/, ' og ']}
  - {heading: Kontaktdato, field: contacted, type: date, format: dd-mm-yyyy, not-before: 2000-01-01}
  - {heading: Afgørelsesdato, field: decided, type: date, format: dd-mm-yyyy, required: {when: {field: outcome, is: [victim]}}}
  - {heading: Afgørelse, field: outcome, type: code, list: outcome, required: true}
  - {heading: Dage, field: days, type: number, min: 0, max: 5000}
order:
  - {earlier: born, later: decided}
  - {earlier: contacted, later: decided}
facts:
  - {kind: assessment, when: {field: outcome}, set: {by: us, outcome: $outcome, age: $born}}
  - {kind: characteristics, codes: {sex: $sex, nationality: $nationality}}
  - {kind: departure-deadline, when: {field: days}, set: {days: $days}}
control-totals:
  - {measure: rows, labels: {da: rækker, en: rows}, counts: rows}
  - {measure: persons, labels: {da: personer, en: persons}, counts: persons, when: {field: outcome, is: [victim]}, year: decided}
  - {measure: days, labels: {da: dage, en: days}, counts: {sum: days}}
`;

export const HEADINGS = [
  'Sagsnr.',
  'Navn',
  'CPR-nr.',
  'Fødselsdato',
  'Køn',
  'Statsborgerskab',
  'Kontaktdato',
  'Afgørelsesdato',
  'Afgørelse',
  'Dage',
] as const;
export type Heading = (typeof HEADINGS)[number];

const SOUND: Readonly<Record<Heading, string>> = {
  'Sagsnr.': '13/1',
  Navn: 'Prøve Person',
  'CPR-nr.': '',
  Fødselsdato: '01-04-1990',
  Køn: 'Kvinde',
  Statsborgerskab: 'Nigeria',
  Kontaktdato: '01-02-2013',
  Afgørelsesdato: '02-05-2013',
  Afgørelse: 'Positiv',
  Dage: '30',
};

/** A row without fault, but for what is given. */
export const cells = (over: Partial<Record<Heading, string>> = {}): readonly string[] =>
  HEADINGS.map((heading) => over[heading] ?? SOUND[heading]);

export const csv = (...rows: readonly (readonly string[])[]): string =>
  [HEADINGS, ...rows].map((row) => `${row.join(';')}\r\n`).join('');

export const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export const toy = (over: Partial<SourceFormat> = {}): SourceFormat => ({
  ...sourceFormatSchema(lists, 'da').parse(load(TOY)),
  ...over,
});
export const asXlsx = toy({file: {type: 'xlsx', sheet: 'Sager', decimal: ',', totals: 'I alt'}});
export const asOds = toy({file: {type: 'ods', sheet: 'Sager', decimal: ',', totals: 'I alt'}});

export const open = (
  content: DeliveryRequest['content'],
  format = toy(),
  formats: readonly SourceFormat[] = [],
  limits?: Limits,
) =>
  readDelivery({
    format,
    formats: [format, ...formats],
    file: 'file',
    content,
    lists,
    receivedOn: plainDate('2014-01-27'),
    ...(limits === undefined ? {} : {limits}),
  });

export interface ReadFile {
  readonly rows: readonly DeliveredRow[];
  readonly end: DeliveryEnd;
}

/** Everything, for a file whose beginning is sound. */
export async function readAll(...given: Parameters<typeof open>): Promise<ReadFile> {
  const delivery = await open(...given);
  if (!delivery.ok) throw new Error(JSON.stringify(delivery.refusal));
  const all: Delivered[] = [];
  for await (const one of delivery.value.rows) all.push(one);
  const end = all.pop();
  if (end?.kind !== 'end') throw new Error('a stream of rows that does not end');
  return {rows: all.filter((one): one is DeliveredRow => one.kind !== 'end'), end};
}

/** Why the file as a whole is refused. */
export async function refusalOf(...given: Parameters<typeof open>) {
  const delivery = await open(...given);
  if (delivery.ok) throw new Error('not refused');
  return delivery.refusal;
}

/** One row of a CSV, and what became of it. */
export async function readRow(over: Partial<Record<Heading, string>>): Promise<DeliveredRow> {
  const {rows} = await readAll(latin(csv(cells(over))));
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  return row;
}

/** `rule column` of each finding of the row. */
export const rulesOf = ({findings}: DeliveredRow): readonly string[] =>
  findings.map(({rule, facts}) => ('column' in facts ? `${rule} ${String(facts.column)}` : rule));
