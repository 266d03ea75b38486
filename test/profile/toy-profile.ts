/** A whole profile in miniature, without a fault, to put one fault into at a time. */

const SOURCE = '{title: A decision of the office, at: p. 1}';

export const rule = (id: string, parameters: string) => `
  - id: ${id}
    since: 2010
    source: ${SOURCE}
    parameters: ${parameters}`;

const words = (all: string) => `
from: 2010-01-01
source: ${SOURCE}
thresholds:
  most: {at-least: 0.5}
  half: {at-least: 0.45, below: 0.55}
  some: {at-least: 0.1}
  few: {below: 0.1}
  about-equal: {at-least: 0.9}
  doubled: {at-least: 1.9, below: 2.1}
  more-than-doubled: {at-least: 2.1}
  halved: {at-least: 0.45, below: 0.55}
words: {all: [${all}]}
number-words: []
allowed: []
`;

export const TOY: Readonly<Record<string, string>> = {
  'profile.yaml': `id: toy
version: '1'
office: {da: Kontoret, en: The office}
country: {da: Landet, en: The country}
languages: [da, en]
first-year: 2010
units:
  person: {da: Personer, en: Persons}
terms:
  total: {da: I alt, en: Total}
  year: {da: År, en: Year}
`,
  'concepts.yaml': `- {id: form, labels: {da: Form, en: Form}, list: form, level: top}
- {id: authority, labels: {da: Myndighed, en: Authority}, list: authority}
- {id: residence, labels: {da: Ophold, en: Residence}, list: residence}
- {id: outcome, labels: {da: Udfald, en: Outcome}, list: outcome}
- {id: age, labels: {da: Alder, en: Age}, list: age, level: leaf}
`,
  'codelists/form.csv': `code,parent,from,to,da,en,iccs,source
labour,,2010,,Tvangsarbejde,Forced labour,X1,Act
crime,,2010,,Kriminalitet,Crime,X2,Act
cannabis,labour,2010,2012,Skunk,Cannabis,,Act
cannabis,crime,2013,,Skunk,Cannabis,,Act
unknown,,2010,,Uoplyst,Unknown,,
`,
  'codelists/authority.csv': `code,parent,from,to,da,en,source
office,,2010,,Kontoret,The office,
court,,2010,,Retten,The court,
unknown,,2010,,Uoplyst,Unknown,
`,
  'codelists/residence.csv': `code,parent,from,to,da,en,source
lawful,,2010,,Lovligt,Lawful,
unknown,,2010,,Uoplyst,Unknown,
`,
  'codelists/outcome.csv': `code,parent,from,to,da,en,source
victim,,2010,,Offer,Victim,
unknown,,2010,,Uoplyst,Unknown,
`,
  'codelists/age.csv': `code,parent,from,to,da,en,min,max,source
young,,2010,,Unge,Young,0,24,
old,,2010,,Ældre,Older,25,,
unknown,,2010,,Uoplyst,Unknown,,,
`,
  'authorities.yaml': `competence:
  - from: 2010
    source: ${SOURCE}
    decided-by:
      - {when: {charged: true}, authority: court}
      - {when: {residence: lawful}, authority: office}
    when-others-decide: count-and-flag
`,
  'rules.yaml': `population:${rule('population', '{fact: assessment, positive: [victim]}')}
attribution:${rule('attribution', '{take: first}')}
reversal:${rule('reversal', '{on-the-merits: count-as-assessed}')}
late-decisions:${rule('late', '{policy: revise}')}
disagreement:${rule('disagreement', '{take: [latest-recorded]}')}
repetition:${rule('repetition', '{attested: counts}')}
deadlines:${rule('deadline', '{fact: reflection-period, usual: 30, maximum: 100}')}
age: {concept: age, list: age}
`,
  'tables.yaml': `- id: persons-by-form
  title: {da: Personer efter form, en: Persons by form}
  unit: person
  dimensions: [form]
  chart: bar
- id: crime-by-age
  title: {da: Kriminalitet efter alder, en: Crime by age}
  unit: person
  universe: {form: crime}
  dimensions: [age]
  chart: none
- id: persons-by-year
  title: {da: Personer efter år, en: Persons by year}
  unit: person
  dimensions: [year]
  chart: column
`,
  'policies.yaml': `disclosure:${rule('internal', '{edition: internal}')}
linkage:${rule('linkage', '{join: shared-identifiers}')}
retention:${rule('retention', '{identity: until-erased}')}
`,
  'published.csv': `table,year,code,value,source,at,url
persons-by-year,2009,,17,Yearbook,p. 3,
`,
  'sources/list.yaml': `id: list
labels: {da: Liste, en: List}
source: ${SOURCE}
file: {type: csv, delimiter: ';', encoding: utf-8}
delivery: snapshot
key: [No.]
day: decided
columns:
  - {heading: No., field: number, type: identifier, scheme: list-person}
  - {heading: Decided, field: decided, required: true, type: date, format: yyyy-mm-dd}
  - heading: Form
    field: form
    type: code
    list: form
    words:
      work: labour
      skunk: cannabis
facts:
  - kind: assessment
    set: {by: office, outcome: victim}
    codes: {form: $form}
`,
  'statement/da.md': `# Opgørelsen

## Personer [#persons]

Der er {$persons-by-form.total :count} personer. De er talt af kontoret.

::table{#persons-by-form}
`,
  'statement/en.md': `# The statement

## Persons [#persons]

There are {$persons-by-form.total :count} persons. The office has counted them.

::table{#persons-by-form}
`,
  'statement/words.da.yaml': words('alle'),
  'statement/words.en.yaml': words('all'),
};

export type Edit = (text: string) => string;

const encoder = new TextEncoder();

/** The toy with some files edited, taken away (`undefined`) or replaced by bytes. */
export function toyWith(changes: Readonly<Record<string, Edit | Uint8Array | undefined>>): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>(Object.entries(TOY).map(([file, text]) => [file, encoder.encode(text)]));
  for (const [file, change] of Object.entries(changes)) {
    if (change === undefined) files.delete(file);
    else if (change instanceof Uint8Array) files.set(file, change);
    else files.set(file, encoder.encode(changed(file, change)));
  }
  return files;
}

function changed(file: string, edit: Edit): string {
  const before = TOY[file] ?? '';
  const after = edit(before);
  if (after === before) throw new Error(`the edit of ${file} changes nothing`);
  return after;
}
