/** The statement's Word file as it comes back from a colleague: one thing done to it in each. */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';
import {type Random, randomFrom} from '../../examples/synthesis/random.ts';
import type {Answer, Defect, Json} from './defect.ts';

const CONTROL =
  /<w:sdt><w:sdtPr><w:alias[^>]*\/><w:tag w:val="([^"]*)"\/><w:lock[^>]*\/><\/w:sdtPr><w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/g;
const wordsOf = (xml: string): string => xml.replaceAll(/<[^>]*>/g, '');
const typed = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

interface Control {
  readonly xml: string;
  readonly sentence: string;
  readonly shows: string;
  readonly at: number;
}

interface Change {
  readonly planted: string;
  readonly where: string;
  readonly xml: string;
  readonly parts?: Readonly<Record<string, string>>;
  readonly hears: (answer: Answer) => string | undefined;
}

const controlsOf = (xml: string): readonly Control[] =>
  [...xml.matchAll(CONTROL)].map(({0: all, 1: tag = '', 2: content = '', index}) => ({
    xml: all,
    sentence: /^[a-z-]+\.\d+(?=:)/.exec(tag)?.[0] ?? '',
    shows: wordsOf(content),
    at: index,
  }));

const spliced = (xml: string, {xml: old, at}: Control, put: string): string =>
  xml.slice(0, at) + put + xml.slice(at + old.length);

const stopped =
  (kind: string, bound: string, found: string, sentence?: string) =>
  ({refusal}: Answer): string | undefined => {
    const stop = (refusal?.stopping ?? []).find(
      (one: Answer) =>
        one.kind === kind &&
        one.bound === bound &&
        one.found === found &&
        (sentence === undefined || one.sentence === sentence),
    );
    return stop === undefined ? undefined : `refused: ${kind} ${stop.address}, ${bound} → ${found}`;
  };

const listed =
  (list: 'taken' | 'told' | 'remarks', says: Readonly<Record<string, string>>) =>
  (answer: Answer): string | undefined =>
    (answer[list] ?? []).some((one: Answer) => Object.entries(says).every(([key, value]) => one[key] === value))
      ? `${list}: ${Object.values(says).join(', ')}`
      : undefined;

const pending =
  (kind: string, text: string) =>
  ({refusal}: Answer): string | undefined =>
    refusal?.reason === 'changes-pending' &&
    refusal.changes.some((one: Answer) => one.kind === kind && one.text === text && one.author === 'Anna')
      ? `refused: ${kind} by Anna, “${text}”`
      : undefined;

const other = (shows: string, random: Random): string =>
  shows.replace(/\d+/, (number) => String(Number(number) + random.between(1, 9)));

/** Figures of sentences and of tables: in their controls, without them, typed where the control was, and taken out. */
function figureChanges(xml: string, random: Random): readonly Change[] {
  const all = controlsOf(xml);
  const prose = all.filter(
    ({sentence, shows}) => sentence !== '' && /^\d+( pct\.?)?$/.test(shows) && Number(shows) !== 2013,
  );
  const cells = all.filter(({sentence, shows}) => sentence === '' && /^\d+$/.test(shows));
  const draw = (from: readonly Control[], count: number): readonly Control[] => {
    const left = [...from];
    return Array.from({length: count}, () => left.splice(random.below(left.length), 1)[0]).filter(
      (one) => one !== undefined,
    );
  };
  const where = ({sentence}: Control) => (sentence === '' ? 'a table' : sentence);
  const changed = (
    one: Control,
    planted: string,
    put: (found: string) => string,
    rest = (text: string) => text,
  ): Change => {
    const found = other(one.shows, random);
    return {
      planted: `${planted}: ${found} for ${one.shows}`,
      where: where(one),
      xml: rest(spliced(xml, one, put(found))),
      hears: stopped('figure-changed', one.shows, found, one.sentence),
    };
  };
  const within = (one: Control) => (found: string) => one.xml.replace(`>${one.shows}<`, `>${found}<`);
  const flattened = (text: string) => text.replaceAll(CONTROL, '$2');
  return [
    ...draw(prose, 11).map((one) => changed(one, 'in its control', within(one))),
    ...draw(cells, 7).map((one) => changed(one, 'in a table', within(one))),
    ...draw(prose, 6).map((one) => changed(one, 'where the control was', typed)),
    ...draw(prose, 6).map((one) => changed(one, 'in a text without controls', typed, flattened)),
    ...draw(prose, 2).map(
      (one): Change => ({
        planted: `${one.shows} taken out with its control`,
        where: where(one),
        xml: spliced(xml, one, ''),
        hears: listed('told', {kind: 'figure-dropped', sentence: one.sentence, bound: one.shows}),
      }),
    ),
  ];
}

const paragraphWith = (xml: string, words: string): string => {
  const found = xml.match(/<w:p>.*?<\/w:p>/g)?.find((one) => wordsOf(one).includes(words));
  if (found === undefined) throw new Error(`not in the document: ${words}`);
  return found;
};
const swapped = (xml: string, from: string, to: string): string => {
  if (!xml.includes(from)) throw new Error(`not in the document: ${from}`);
  return xml.replace(from, () => to);
};

const CONTACTS = 'Har der været flere kontakter med en person, tælles den, der førte til vurderingen.';

/** Sentences and paragraphs: typed, pasted over, taken out, moved, recorded and remarked on. */
function textChanges(xml: string): readonly Change[] {
  const beside = (words: string, put: string) => {
    const one = paragraphWith(xml, words);
    return xml.replace(one, () => `${one}<w:p>${put}</w:p>`);
  };
  const added = (text: string, figure: string, rule: string): Change => ({
    planted: `typed: ${text}`,
    where: 'contact-form.3',
    xml: beside(CONTACTS, typed(text)),
    hears: listed('told', {kind: 'typed', text: figure, rule}),
  });
  const removed = (words: string, sentence: string): Change => ({
    planted: 'a paragraph taken out',
    where: sentence,
    xml: xml.replace(paragraphWith(xml, words), ''),
    hears: listed('taken', {kind: 'removed', sentence}),
  });
  const moved = (words: string, to: string, sentence: string): Change => {
    const moving = paragraphWith(xml, words);
    const left = xml.replace(moving, '');
    const after = paragraphWith(left, to);
    return {
      planted: 'a paragraph moved',
      where: sentence,
      xml: left.replace(after, () => after + moving),
      hears: listed('taken', {kind: 'moved', sentence}),
    };
  };
  const by = 'w:author="Anna" w:date="2014-02-01T10:00:00Z"';
  const inserted = (text: string): Change => ({
    planted: `recorded: ${text}`,
    where: 'contact-form.2',
    xml: swapped(
      xml,
      `<w:r><w:t xml:space="preserve">${CONTACTS}`,
      `<w:ins w:id="900" ${by}>${typed(text)}</w:ins><w:r><w:t xml:space="preserve">${CONTACTS}`,
    ),
    hears: pending('inserted', text),
  });
  const replaced = (from: string, to: string): Change => {
    const control = controlsOf(xml).find(({sentence, shows}) => sentence.startsWith('sex.2') && shows === from);
    if (control === undefined) throw new Error(`no control: ${from}`);
    return {
      planted: `recorded: ${to} for ${from}`,
      where: 'sex.2',
      xml: spliced(
        xml,
        control,
        `<w:del w:id="901" ${by}><w:r><w:delText>${from}</w:delText></w:r></w:del><w:ins w:id="902" ${by}>${typed(to)}</w:ins>`,
      ),
      hears: (answer) => pending('deleted', from)(answer) && pending('inserted', to)(answer),
    };
  };
  const reworded = (from: string, to: string, sentence: string): Change => ({
    planted: `${to} for ${from}`,
    where: sentence,
    xml: swapped(xml, from, to),
    hears: listed('taken', {kind: 'reworded', sentence}),
  });
  const remark = `<w:commentRangeStart w:id="7"/>${typed(CONTACTS)}<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`;
  return [
    added('I alt 58 kvinder var i prostitution.', '58', 'typed-figure'),
    added('Der kom 31 gennem politiet.', '31', 'typed-figure'),
    added('De fleste er unge.', 'De fleste', 'guarded-word-typed'),
    removed(CONTACTS, 'contact-form.2'),
    removed('Af de 76 personer er 64 kvinder', 'sex.2'),
    moved('Af de 76 personer var 2 under 18', 'Af de 76 personer er 64', 'age.2'),
    inserted('Tallet var 99. '),
    inserted('Ingen ved det. '),
    replaced('64', '68'),
    replaced('12', '10'),
    reworded('Det viser ikke, hvor mange', 'Det viser, hvor mange', 'caveat.2'),
    reworded(' højere end i ', ' lavere end i ', 'series.3'),
    {
      planted: 'a figure pasted over with its sentence',
      where: 'contact-form.3',
      xml: xml.replace(
        paragraphWith(xml, CONTACTS),
        () =>
          `<w:p>${typed(`${CONTACTS} Den hyppigste oplyste kontaktform var politiet med 41 af 76 personer.`)}</w:p>`,
      ),
      hears: stopped('figure-changed', '31', '41', 'contact-form.3'),
    },
    {
      planted: 'another country',
      where: 'nationality.2',
      xml: swapped(xml, '>Nigeria</w:t></w:r></w:sdtContent>', '>Ghana</w:t></w:r></w:sdtContent>'),
      hears: stopped('figure-changed', 'Nigeria', 'Ghana'),
    },
    {
      planted: 'a list',
      where: 'region-of-origin.3',
      xml: swapped(xml, 'Afrika (53)', 'Afrika (54)'),
      hears: stopped(
        'figure-changed',
        'Afrika (53), Europa (14) og Asien (9)',
        'Afrika (54), Europa (14) og Asien (9)',
      ),
    },
    {
      planted: 'a remark: Passer det?',
      where: 'contact-form.2',
      xml: swapped(xml, typed(CONTACTS), remark),
      parts: {
        'word/comments.xml': `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" ${by}><w:p>${typed('Passer det?')}</w:p></w:comment></w:comments>`,
      },
      hears: listed('remarks', {sentence: 'contact-form.2', author: 'Anna', text: 'Passer det?'}),
    },
    {
      planted: 'a year',
      where: 'series.2',
      xml: swapped(xml, '>2012</w:t></w:r></w:sdtContent>', '>2011</w:t></w:r></w:sdtContent>'),
      hears: stopped('figure-changed', '2012', '2011', 'series.2'),
    },
    {
      planted: 'a figure typed into a sentence',
      where: 'contact-form.2',
      xml: swapped(xml, CONTACTS, CONTACTS.replace('flere', '14')),
      hears: listed('told', {kind: 'typed', sentence: 'contact-form.2', text: '14'}),
    },
  ];
}

export function documentDefects(
  seed: number,
  {sent, folder, json}: {readonly sent: string; readonly folder: string; readonly json: Json},
): readonly Defect[] {
  const parts = unzipSync(readFileSync(sent));
  const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  return [...figureChanges(body, randomFrom(seed)), ...textChanges(body)].map(
    ({planted, where, xml, parts: more = {}, hears}, i) => ({
      kind: 'documents',
      planted,
      where,
      told: async () => {
        const path = join(folder, `edited-${i}.docx`);
        const others = Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)]));
        writeFileSync(path, zipSync({...parts, ...others, 'word/document.xml': strToU8(xml)}));
        const {answer} = await json('text', 'import', path, '--dry-run');
        const told = hears(answer);
        if (told === undefined && process.env.OPGOR_SHOW)
          console.log(planted, JSON.stringify({...answer, diff: undefined}).slice(0, 900));
        return told;
      },
    }),
  );
}
