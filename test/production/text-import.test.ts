/** A statement's text edited in a word processor and brought back: what is taken, what stands in the way, and what is told. */
import {cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {commandIn} from '../cli/command-in.ts';
import {editInLibreOffice, type Step} from '../readers/libreoffice-edits.ts';
import {has} from '../readers/programs.ts';
import {temporaryFolder} from '../workspaces.ts';

const folder = temporaryFolder('text-import');
const made = join(folder.path, 'made');
const office = join(made, 'workspace');
const sent = join(made, 'statement-2013', 'statement.da.docx');
const {opgor, json} = commandIn(folder.path, office);

beforeAll(async () => {
  const ran = await opgor(['demo', '--out', made, '--media', 'docx']);
  expect(ran.code).toBe(0);
}, 60_000);
afterAll(folder.remove);

/** A workspace of its own, whose text may be written to. */
function desk(name: string): string {
  const own = join(folder.path, name);
  cpSync(office, own, {recursive: true});
  return own;
}
const textOf = (workspace: string, language = 'da'): string =>
  readFileSync(join(workspace, 'profile', 'statement', `${language}.md`), 'utf8');

/** The document with its parts rewritten. */
function rewritten(name: string, rewrite: Readonly<Record<string, (xml: string) => string | undefined>>): string {
  const parts = unzipSync(readFileSync(sent));
  for (const [part, change] of Object.entries(rewrite)) {
    const changed = change(strFromU8(parts[part] ?? new Uint8Array()));
    if (changed === undefined) delete parts[part];
    else parts[part] = strToU8(changed);
  }
  const path = join(folder.path, `${name}.docx`);
  writeFileSync(path, zipSync(parts));
  return path;
}
const body = (name: string, change: (xml: string) => string): string => rewritten(name, {'word/document.xml': change});

const swapped = (from: string, to: string) => (xml: string) => {
  if (!xml.includes(from)) throw new Error(`not in the document: ${from}`);
  return xml.replace(from, () => to);
};
/** As Google Docs and Pages give it back: no control, no property. */
const flattened = (xml: string): string =>
  xml.replaceAll(
    /<w:sdt><w:sdtPr><w:alias[^>]*\/><w:tag[^>]*\/><w:lock[^>]*\/><\/w:sdtPr><w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/g,
    '$1',
  );
const paragraph = (xml: string, words: string): string =>
  xml.match(/<w:p>.*?<\/w:p>/g)?.find((one) => one.replaceAll(/<[^>]*>/g, '').includes(words)) ?? '';
const typed = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

const CONTACTS = 'Har der været flere kontakter med en person, tælles den, der førte til vurderingen.';

describe('a document as it was sent', () => {
  test('changes nothing', async () => {
    const own = desk('as-sent');
    const {code, answer} = await json('text', 'import', sent, '--dir', own);
    expect({code, taken: answer.taken, told: answer.told}).toEqual({code: 0, taken: [], told: []});
    expect(textOf(own)).toBe(textOf(office));
  });

  test('without its controls changes nothing, and says by what its figures were found', async () => {
    const path = rewritten('flat', {'word/document.xml': flattened, 'docProps/custom.xml': () => undefined});
    const {code, answer} = await json('text', 'import', path, '--year', '2013', '--language', 'da', '--dry-run');
    expect(code).toBe(0);
    expect(answer.taken).toEqual([]);
    expect(answer.told).toEqual([{kind: 'by-text', figures: expect.any(Number)}]);
    expect(answer.told[0].figures).toBeGreaterThan(40);
  });

  test('that was sent when shares were written with a sign says the same', async () => {
    const path = body('signs', (xml) => xml.replaceAll(/\u00A0pct\.?</g, '\u00A0%<'));
    const {answer} = await json('text', 'import', path, '--dry-run');
    expect({ok: answer.ok, taken: answer.taken}).toEqual({ok: true, taken: []});
  });

  test('that says nothing of where it is from is asked for it', async () => {
    const path = rewritten('nowhere', {'docProps/custom.xml': () => undefined});
    const {code, answer} = await json('text', 'import', path);
    expect(code).toBe(1);
    expect(answer.refusal).toMatchObject({reason: 'text-of-what', missing: ['period', 'language']});
  });
});

describe('what is reworded', () => {
  test.each([
    {
      name: 'a sentence without figures',
      change: swapped('Det viser ikke, hvor mange', 'Det siger intet om, hvor mange'),
      sentence: 'caveat.2',
      says: 'Det siger intet om, hvor mange der faktisk er ofre',
    },
    {
      name: 'a form, beside its figures',
      change: swapped(' højere end i ', ' over niveauet i '),
      sentence: 'series.3',
      says: '{{Antallet er {$since} over niveauet i {$first-year}, det første år i opgørelsen, hvor det var {$persons-by-year.first-year}.}}',
    },
    {
      name: 'the noun of a figure, in the form for its number',
      change: swapped(
        '> kvinder</w:t></w:r><w:r><w:t xml:space="preserve"> (<',
        '> piger</w:t></w:r><w:r><w:t xml:space="preserve"> (<',
      ),
      sentence: 'sex.2',
      says: '{$persons-by-sex.female :count one=kvinde other=piger} ({$persons-by-sex.female :percent}) og {$persons-by-sex.male :count one=mand other=mænd}',
    },
    {
      name: 'words after a figure that a declaration has',
      change: swapped(' er vurderet for første gang<', ' er vurderet første gang<'),
      sentence: 'total.3',
      says: 'after=| er vurderet første gang|',
    },
    {
      name: 'signs that mean something elsewhere',
      change: swapped('CMM er alene ansvarlig', 'CMM {alene} er *ansvarlig* &amp; | \\ [sic]'),
      sentence: 'provenance.2',
      says: 'CMM \\{alene\\} er \\\\*ansvarlig\\\\* & | \\\\\\\\ \\\\[sic\\\\]',
    },
    {
      name: 'emphasis',
      change: swapped(
        `<w:r><w:t xml:space="preserve">${CONTACTS}`,
        `<w:r><w:t xml:space="preserve">Har der været </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">flere </w:t></w:r><w:r><w:t xml:space="preserve">kontakter med en person, tælles den, der førte til vurderingen.`,
      ),
      sentence: 'contact-form.2',
      says: 'Har der været **flere** kontakter',
    },
  ])('$name', async ({name, change, sentence, says}) => {
    const own = desk(name.replaceAll(' ', '-'));
    const path = body(name.replaceAll(' ', '-'), change);
    const {code, answer} = await json('text', 'import', path, '--dir', own);
    expect({code, taken: answer.taken}).toMatchObject({code: 0, taken: [{kind: 'reworded', sentence}]});
    expect(textOf(own).replaceAll(/\s+/g, ' ')).toContain(says);
    // Only what was reworded is otherwise.
    const lines = textOf(own).split('\n');
    const others = textOf(office)
      .split('\n')
      .filter((line) => !lines.includes(line));
    expect(others.length).toBeLessThanOrEqual(4);
    // Brought in again, it says nothing new.
    const again = await json('text', 'import', path, '--dir', own);
    expect({code: again.code, taken: again.answer.taken}).toEqual({code: 0, taken: []});
  });

  test('is the same without controls, the figures found by text and place', async () => {
    const path = body('flat-reworded', (xml) => swapped(' højere end i ', ' over niveauet i ')(flattened(xml)));
    const {answer} = await json('text', 'import', path, '--dry-run');
    expect(answer.taken).toMatchObject([{kind: 'reworded', sentence: 'series.3'}]);
    expect(answer.diff.map(({text}: {text: string}) => text).join('\n')).toContain(
      '{$since} over niveauet i {$first-year}',
    );
  });

  test('other forms are told, and as they were', async () => {
    const path = body('forms', swapped(' højere end i ', ' over niveauet i '));
    const {answer} = await json('text', 'import', path, '--dry-run');
    expect(answer.told).toEqual([{kind: 'other-forms', sentence: 'series.3', form: 1, forms: 3}]);
    expect(answer.diff).toHaveLength(2);
  });
});

describe('what stands in the way, and nothing is written', () => {
  const AND = (xml: string) => swapped('Det viser ikke, hvor mange', 'Det siger intet om, hvor mange')(xml);
  test.each([
    {
      name: 'a figure in its control',
      change: swapped('>67</w:t></w:r></w:sdtContent>', '>68</w:t></w:r></w:sdtContent>'),
      stop: {
        kind: 'figure-changed',
        sentence: 'total.3',
        address: 'persons-by-repeat.first-time',
        bound: '67',
        found: '68',
      },
    },
    {
      name: 'a figure without a control',
      change: (xml: string) =>
        swapped(
          '>9</w:t></w:r><w:r><w:t xml:space="preserve"> gengangere',
          '>12</w:t></w:r><w:r><w:t xml:space="preserve"> gengangere',
        )(flattened(xml)),
      stop: {kind: 'figure-changed', sentence: 'total.3', address: 'persons-by-repeat.repeat', bound: '9', found: '12'},
    },
    {
      name: 'a share',
      change: (xml: string) => swapped('>15\u00A0pct<', '>18\u00A0pct<')(flattened(xml)),
      stop: {kind: 'figure-changed', sentence: 'series.2', bound: '15\u00A0pct', found: '18 pct'},
    },
    {
      name: 'a year',
      change: (xml: string) =>
        swapped(
          ' i forhold til </w:t></w:r><w:r><w:t xml:space="preserve">2012',
          ' i forhold til </w:t></w:r><w:r><w:t xml:space="preserve">2011',
        )(flattened(xml)),
      stop: {kind: 'figure-changed', sentence: 'series.2', address: 'last-year', bound: '2012', found: '2011'},
    },
    {
      name: 'a label',
      change: (xml: string) =>
        swapped(
          'Den hyppigste er </w:t></w:r><w:r><w:t xml:space="preserve">Nigeria',
          'Den hyppigste er </w:t></w:r><w:r><w:t xml:space="preserve">Ghana',
        )(flattened(xml)),
      stop: {kind: 'figure-changed', sentence: 'nationality.2', bound: 'Nigeria', found: 'Ghana'},
    },
    {
      name: 'a list',
      change: (xml: string) => swapped('Afrika (53)', 'Afrika (54)')(xml),
      stop: {
        kind: 'figure-changed',
        sentence: 'region-of-origin.3',
        address: 'persons-by-region-of-origin',
        bound: 'Afrika (53), Europa (14) og Asien (9)',
        found: 'Afrika (54), Europa (14) og Asien (9)',
      },
    },
    {
      name: 'a figure of a table',
      change: swapped(
        '>45</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc>',
        '>46</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc>',
      ),
      stop: {kind: 'figure-changed', sentence: '', address: 'persons-by-nationality.NG', bound: '45', found: '46'},
    },
  ])('$name', async ({name, change, stop}) => {
    const own = desk(`stop-${name.replaceAll(' ', '-')}`);
    const path = body(`stop-${name.replaceAll(' ', '-')}`, (xml) => change(AND(xml)));
    const {code, answer} = await json('text', 'import', path, '--dir', own);
    expect(code).toBe(1);
    expect(answer.refusal).toMatchObject({reason: 'text-not-taken', stopping: [stop]});
    expect(answer.what).toContain(stop.found);
    expect(textOf(own)).toBe(textOf(office));
    expect(existsSync(join(own, 'text.yaml'))).toBe(false);
  });

  test('a sentence that both have changed since', async () => {
    const own = desk('since');
    const file = join(own, 'profile', 'statement', 'da.md');
    writeFileSync(file, textOf(own).replace('CMM er alene ansvarlig for indholdet.', 'CMM svarer for indholdet.'));
    const path = body('since', swapped('CMM er alene ansvarlig', 'CMM er selv ansvarlig'));
    const refused = await json('text', 'import', path, '--dir', own);
    expect(refused.answer.refusal).toMatchObject({
      reason: 'text-not-taken',
      stopping: [{kind: 'changed-since', sentence: 'provenance.2'}],
    });
    // Another sentence is no matter: what was changed since stays.
    const other = body('since-other', swapped(' højere end i ', ' over niveauet i '));
    const taken = await json('text', 'import', other, '--dir', own);
    expect(taken.answer.taken).toMatchObject([{sentence: 'series.3'}]);
    expect(textOf(own)).toContain('CMM svarer for indholdet.');
  });

  test('what cannot be written so that it says the same', async () => {
    const own = desk('unsayable');
    const noun = '> kvinder</w:t></w:r><w:r><w:t xml:space="preserve"> (<';
    const path = body('unsayable', swapped(noun, noun.replace(' kvinder', '-kvinder')));
    const {answer} = await json('text', 'import', path, '--dir', own);
    expect(answer.refusal).toMatchObject({
      reason: 'text-not-taken',
      stopping: [{kind: 'not-written', sentence: 'sex.2'}],
    });
    expect(textOf(own)).toBe(textOf(office));
  });

  test('tracked changes, with their authors; accepted by author or all', async () => {
    const tracked = swapped(
      `<w:r><w:t xml:space="preserve">${CONTACTS}`,
      `<w:ins w:id="900" w:author="Anna" w:date="2014-02-01T10:00:00Z"><w:r><w:t xml:space="preserve">Bemærk: </w:t></w:r></w:ins><w:r><w:t xml:space="preserve">${CONTACTS}</w:t></w:r><w:del w:id="901" w:author="Bo"><w:r><w:delText> Nej.</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">`,
    );
    const path = body('tracked', tracked);
    const refused = await json('text', 'import', path, '--dry-run');
    expect(refused.answer.refusal).toMatchObject({
      reason: 'changes-pending',
      authors: ['Anna', 'Bo'],
      changes: [
        {kind: 'inserted', author: 'Anna', text: 'Bemærk: '},
        {kind: 'deleted', author: 'Bo', text: ' Nej.'},
      ],
    });
    expect((await json('text', 'import', path, '--dry-run', '--accept', 'Anna')).answer.refusal.authors).toEqual([
      'Bo',
    ]);
    const {answer} = await json('text', 'import', path, '--dry-run', '--accept-all');
    expect(answer).toMatchObject({
      accepted: 2,
      taken: [{kind: 'reworded', sentence: 'contact-form.2', after: `Bemærk: ${CONTACTS}`}],
    });
  });

  test.each([
    {name: 'words', bytes: strToU8('not a document'), found: 'not-a-zip'},
    {name: 'old', bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), found: 'old-word'},
    {
      name: 'odt',
      bytes: zipSync({mimetype: strToU8('application/vnd.oasis.opendocument.text')}),
      found: 'open-document',
    },
    {name: 'empty-zip', bytes: zipSync({'a.xml': strToU8('<a/>')}), found: 'no-document'},
    {
      name: 'entity',
      bytes: zipSync({'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:document/>')}),
      found: 'damaged',
    },
    {name: 'cut', bytes: () => readFileSync(sent).subarray(0, 9000), found: 'damaged'},
  ])('a file that is no document: $name', async ({name, bytes, found}) => {
    const path = join(folder.path, `bad-${name}.docx`);
    writeFileSync(path, typeof bytes === 'function' ? bytes() : bytes);
    const {code, answer} = await json('text', 'import', path);
    expect({code, refusal: answer.refusal}).toMatchObject({code: 1, refusal: {reason: 'not-a-word-document', found}});
  });
});

test('of two colleagues each takes in what the other left, whatever the sentences are numbered since', async () => {
  const own = desk('two');
  const one = body('two-one', (xml) => {
    const heading = paragraph(xml, 'I 2013 blev 76');
    return xml.replace(heading, () => typed('Her står tallene samlet.') + heading);
  });
  const other = body('two-other', swapped(' er vurderet for første gang<', ' er vurderet første gang<'));
  expect((await json('text', 'import', one, '--dir', own)).answer.taken).toMatchObject([{kind: 'added'}]);
  // What was total.3 is total.4 now.
  const {answer} = await json('text', 'import', other, '--dir', own);
  expect(answer.taken).toMatchObject([{kind: 'reworded', sentence: 'total.4'}]);
  expect(textOf(own)).toContain('after=| er vurderet første gang|');
  expect(textOf(own)).toContain('Her står tallene samlet.');
});

test('runs that another word processor has joined are read as they were', async () => {
  const joined = (xml: string) => {
    const run =
      /<w:r><w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r><w:r><w:t xml:space="preserve">([^<]*)<\/w:t><\/w:r>/g;
    let text = flattened(xml);
    for (let before = ''; before !== text; ) {
      before = text;
      text = text.replaceAll(run, '<w:r><w:t xml:space="preserve">$1$2</w:t></w:r>');
    }
    return text;
  };
  const {answer} = await json('text', 'import', body('joined', joined), '--dry-run');
  expect(answer.taken).toEqual([]);
});

test('what the program marks in a draft is no word of a colleague', async () => {
  const own = desk('marked');
  const path = body('marked', (xml) =>
    xml.replace(paragraph(xml, CONTACTS), (found) => found + typed('I alt 58 kvinder. De fleste er unge.')),
  );
  await json('text', 'import', path, '--dir', own);
  const out = join(folder.path, 'marked-out');
  await json('statement', '2013', '--dir', own, '--media', 'docx', '--out', out);
  const {answer} = await json('text', 'import', join(out, 'statement.da.docx'), '--dir', own, '--dry-run');
  expect({taken: answer.taken, told: answer.told}).toEqual({taken: [], told: []});
});

test('nothing is remembered where the text cannot be written', async () => {
  const own = desk('locked');
  rmSync(join(own, 'profile', 'statement', 'da.md.part'), {recursive: true, force: true});
  mkdirSync(join(own, 'profile', 'statement', 'da.md.part', 'x'), {recursive: true});
  const path = body('locked', swapped(' højere end i ', ' over niveauet i '));
  const {answer} = await json('text', 'import', path, '--dir', own);
  expect(answer.refusal).toMatchObject({reason: 'file-not-writable'});
  expect(existsSync(join(own, 'text.yaml'))).toBe(false);
  expect(textOf(own)).toBe(textOf(office));
});

test('says in Danish what it took and left', async () => {
  const path = body('danish', (xml) =>
    swapped(' højere end i ', ' over niveauet i ')(swapped('CMM antager, at', 'CMM mener, at')(xml)),
  );
  const {out} = await opgor(['text', 'import', path, '--dry-run'], {language: 'da'});
  expect(out).toContain('Omformuleret: series.3');
  expect(out).toContain('Ikke taget med, den er underskrevet');
  expect(out).toContain('Intet er skrevet.');
});

describe('paragraphs', () => {
  test('a new one is marked where figures are typed, with the cells they could be bound to', async () => {
    const own = desk('new-paragraph');
    const path = body('new-paragraph', (xml) => {
      const beside = paragraph(xml, CONTACTS);
      return xml.replace(beside, () => beside + typed('I alt 58 kvinder var i prostitution.'));
    });
    const {answer} = await json('text', 'import', path, '--dir', own);
    expect(answer.taken).toEqual([
      {kind: 'added', after: 'contact-form.3', text: 'I alt 58 kvinder var i prostitution.'},
    ]);
    expect(answer.told).toMatchObject([{kind: 'typed', text: '58', rule: 'typed-figure'}]);
    expect(answer.told[0].candidates[0].placeholder).toBe('{$prostitution-by-sex.female}');
    expect(answer.findings.map(({rule}: {rule: string}) => rule)).toContain('typed-figure');
    expect(textOf(own)).toContain('\nI alt 58 kvinder var i prostitution.\n\n::chart{#persons-by-contact-form}');
  });

  test('headings and items are known by their styles, whatever a word processor calls them', async () => {
    const added = (style: string, text: string) =>
      typed(text).replace('<w:p>', `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>`);
    const path = rewritten('styles', {
      'word/document.xml': (xml) => {
        const before = paragraph(xml, CONTACTS);
        const news = `${added('a8', 'Et nyt afsnit')}${added('a9', 'Et punkt')}${added('a9', 'Et andet punkt')}`;
        return xml.replaceAll('"Heading2"', '"a8"').replace(before, () => before + news);
      },
      'word/styles.xml': (xml) =>
        xml
          .replaceAll('w:styleId="Heading2"', 'w:styleId="a8"')
          .replace(
            '</w:styles>',
            '<w:style w:type="paragraph" w:styleId="a9"><w:name w:val="Opstilling"/><w:pPr><w:numPr/></w:pPr></w:style></w:styles>',
          ),
    });
    const {answer} = await json('text', 'import', path, '--dry-run');
    const lines = answer.diff
      .filter(({kind}: {kind: string}) => kind === 'added')
      .map(({text}: {text: string}) => text);
    expect(lines).toEqual(expect.arrayContaining(['### Et nyt afsnit', '- Et punkt', '- Et andet punkt']));
    expect(lines.indexOf('- Et andet punkt')).toBe(lines.indexOf('- Et punkt') + 1);
  });

  test('a moved one takes its forms along', async () => {
    const own = desk('moved');
    const path = body('moved', (xml) => {
      const moving = paragraph(xml, 'Af de 76 personer var 2 under 18');
      const without = xml.replace(moving, '');
      const beside = paragraph(without, 'Af de 76 personer er');
      return without.replace(beside, () => beside + moving);
    });
    const {answer} = await json('text', 'import', path, '--dir', own);
    expect(answer.taken).toMatchObject([{kind: 'moved', sentence: 'age.2', after: 'sex.2'}]);
    const text = textOf(own);
    expect(text.indexOf('.input {$persons-by-age.total :count}')).toBeLessThan(
      text.indexOf('::chart{#persons-by-sex}'),
    );
    expect(text.split('.input {$persons-by-age.total :count}')).toHaveLength(2);
  });

  test('one that is taken out is gone; of one with forms only this form says nothing', async () => {
    const own = desk('removed');
    const path = body('removed', (xml) => xml.replace(paragraph(xml, CONTACTS), ''));
    const {answer} = await json('text', 'import', path, '--dir', own);
    expect(answer.taken.map(({kind, sentence}: {kind: string; sentence: string}) => [kind, sentence])).toEqual([
      ['removed', 'contact-form.2'],
      ['removed', 'contact-form.3'],
    ]);
    expect(textOf(own)).not.toContain(CONTACTS);
    expect(textOf(own)).toContain('only     *       {{Den eneste kontaktform var {$largest}.}}');
    expect(textOf(own)).toContain('*        *       {{}}');
  });

  test('contents that another word processor wrote out are nobody’s words', async () => {
    const listed = ['Om opgørelsen 2', 'Personer i alt 2', 'Udviklingen år for år 3', 'Forbehold 5']
      .map(typed)
      .join('');
    const path = body('contents', (xml) => {
      const first = paragraph(xml, 'Opgørelsen dækker');
      return flattened(xml)
        .replace('<w:sdt>', () => `${listed}<w:sdt>`)
        .replace(first, () => first);
    });
    const {answer} = await json('text', 'import', path, '--dry-run');
    expect(answer.taken).toEqual([]);
  });
});

test('remarks are kept, and stand in the next document; sentences of the other language lag until they are changed', async () => {
  const own = desk('remarks');
  const path = rewritten('remarks', {
    'word/document.xml': swapped(
      `<w:r><w:t xml:space="preserve">${CONTACTS}</w:t></w:r>`,
      `<w:commentRangeStart w:id="7"/><w:r><w:t xml:space="preserve">${CONTACTS.replace('flere', 'mange')}</w:t></w:r><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>`,
    ),
    'word/comments.xml': () =>
      '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="Anna" w:date="2014-02-01T10:00:00Z"><w:p><w:r><w:t>Passer det?</w:t></w:r></w:p></w:comment></w:comments>',
  });
  const {answer} = await json('text', 'import', path, '--dir', own);
  expect(answer.remarks).toEqual([
    {sentence: 'contact-form.2', author: 'Anna', date: '2014-02-01T10:00:00Z', text: 'Passer det?'},
  ]);
  expect(answer.behind).toMatchObject([{language: 'en', sentence: 'contact-form.2', why: 'reworded'}]);
  const out = join(folder.path, 'next');
  expect((await json('statement', '2013', '--dir', own, '--media', 'docx', '--out', out)).code).toBe(0);
  const parts = unzipSync(readFileSync(join(out, 'statement.da.docx')));
  expect(strFromU8(parts['word/comments.xml'] ?? new Uint8Array())).toContain('Passer det?');
  expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toMatch(
    /<w:commentRangeStart w:id="0"\/>.{0,80}Har der været mange kontakter/,
  );
  // Once, however often it comes back.
  const again = await json('text', 'import', join(out, 'statement.da.docx'), '--dir', own);
  expect(again.answer).toMatchObject({taken: [], written: false});
});

/** What a colleague does at LibreOffice, and what is made of it. */
const PLANTED: readonly {readonly step: Step; readonly list: 'taken' | 'told' | 'remarks'; readonly seen: object}[] = [
  {
    step: ['swap', 'er alene ansvarlig', 'står alene inde'],
    list: 'taken',
    seen: {kind: 'reworded', sentence: 'provenance.2'},
  },
  {
    step: ['swap', 'har vurderet som ofre', 'har vurderet tre gange som ofre'],
    list: 'told',
    seen: {kind: 'typed', sentence: 'provenance.2', text: 'tre'},
  },
  {step: ['swap', 'højere end i', 'over niveauet i'], list: 'taken', seen: {kind: 'reworded', sentence: 'series.3'}},
  {
    step: ['swap', ' kvinder (', ' piger og kvinder ('],
    list: 'told',
    seen: {kind: 'figure-words', sentence: 'sex.2', option: 'other', after: 'piger og kvinder'},
  },
  {
    step: ['swap', ' er vurderet for første gang', ' er vurderet første gang'],
    list: 'told',
    seen: {kind: 'figure-words', sentence: 'total.3', option: 'after'},
  },
  {
    step: ['swap', ' og er oplyst af en kilde', ' og kendes fra en kilde'],
    list: 'taken',
    seen: {kind: 'reworded', sentence: 'total.4'},
  },
  {step: ['split', 'Den tidligere vurdering fremgår'], list: 'taken', seen: {kind: 'parted', sentence: 'total.4'}},
  {step: ['join', 'Antallet er steget med'], list: 'taken', seen: {kind: 'joined', sentence: 'series.4'}},
  {
    step: ['swap', 'kontakt med en myndighed.', 'kontakt med en myndighed. Tallet er derfor et minimum.'],
    list: 'taken',
    seen: {kind: 'added', after: 'caveat.2', text: 'Tallet er derfor et minimum.'},
  },
  {step: ['italic', 'straffesag mod personen'], list: 'taken', seen: {kind: 'reworded', sentence: 'competence.2'}},
  {
    step: ['swap', 'Styrelsen fastsætter også', 'Den fastsætter også'],
    list: 'taken',
    seen: {kind: 'reworded', sentence: 'competence.3'},
  },
  {step: ['bold', 'lovligt ophold i Danmark'], list: 'taken', seen: {kind: 'reworded', sentence: 'competence.4'}},
  {
    step: ['after', 'vurderer personer med', 'Politiet vurderer ikke nogen selv.'],
    list: 'taken',
    seen: {kind: 'added', after: 'competence.4', text: 'Politiet vurderer ikke nogen selv.'},
  },
  {
    step: ['swap', 'Personer efter myndighed', 'Personerne efter myndighed'],
    list: 'told',
    seen: {kind: 'left', what: 'program', after: 'Figur 2. Personerne efter myndighed'},
  },
  {
    step: ['swap', 'førte til vurderingen. Den', 'gav anledning til vurderingen. Den'],
    list: 'taken',
    seen: {kind: 'reworded', sentence: 'contact-form.2'},
  },
  {
    step: ['remark', 'Har der været flere', 'Bo', 'Enig.'],
    list: 'remarks',
    seen: {sentence: 'contact-form.2', author: 'Bo', text: 'Enig.'},
  },
  {
    step: ['swap', ' Det behøver ikke være det område, hvor rejsen til Danmark begyndte.', ''],
    list: 'taken',
    seen: {
      kind: 'reworded',
      sentence: 'region-of-origin.2',
      after: 'I denne opgørelse er afsenderområdet udledt af nationaliteten.',
    },
  },
  {
    step: ['swap', '. Den hyppigste er ', '. Hyppigst, som det ofte er, er '],
    list: 'taken',
    seen: {kind: 'reworded', sentence: 'nationality.2'},
  },
  {
    step: ['after', 'Hver person tælles under sin primære udnyttelsesform. Personerne', 'Former kan forekomme sammen.'],
    list: 'taken',
    seen: {kind: 'added', text: 'Former kan forekomme sammen.'},
  },
  {
    step: ['after', 'Former kan forekomme sammen.', 'I alt 58 personer var i prostitution.'],
    list: 'told',
    seen: {kind: 'typed', text: '58'},
  },
  {step: ['swap', '. Alle er kvinder.', '.'], list: 'taken', seen: {kind: 'reworded', sentence: 'prostitution.2'}},
  {
    step: ['swap', 'Kønsfordelingen er næsten lige.', 'De fleste er næsten lige gamle.'],
    list: 'told',
    seen: {kind: 'typed', rule: 'guarded-word-typed', text: 'De fleste'},
  },
  {step: ['cut', 'på afgørelsens dag.'], list: 'taken', seen: {kind: 'removed', sentence: 'age.2'}},
  {
    step: ['swap', ' er vurderet tidligere.', ' er vurderet et tidligere år.'],
    list: 'taken',
    seen: {kind: 'reworded', sentence: 'returns.3'},
  },
  {
    step: ['swap', 'hjemsendelser i proces.', 'hjemsendelser under *forberedelse* {i proces}.'],
    list: 'taken',
    seen: {kind: 'reworded', sentence: 'returns.4'},
  },
  // The first is in the contents, which are nobody’s words.
  {
    step: ['swap', 'Vurderingernes udfald', 'Udfald af vurderingerne'],
    list: 'taken',
    seen: {kind: 'reworded', sentence: 'outcomes.1', after: 'Udfald af vurderingerne'},
  },
  {
    step: ['swap', 'Vurderingernes udfald', 'Udfald af vurderingerne'],
    list: 'taken',
    seen: {kind: 'reworded', sentence: 'outcomes.1', after: 'Udfald af vurderingerne'},
  },
  {
    step: ['remark', 'Tabellen viser periodens', 'Anna', 'Skal det med?'],
    list: 'remarks',
    seen: {sentence: 'outcomes.2', author: 'Anna'},
  },
  {
    step: [
      'swap',
      'Tal, der er udsendt tidligere, kan have ændret sig: afgørelser bliver kendt sent, omgøres eller rettes, og definitioner ændres.',
      'Ældre tal kan være rettet.',
    ],
    list: 'taken',
    seen: {kind: 'reworded', sentence: 'revisions.2'},
  },
  {
    step: ['swap', 'tælles kun én gang i perioden', 'tælles kun én gang i alt'],
    list: 'taken',
    seen: {kind: 'reworded', sentence: 'note-person.1'},
  },
  {step: ['swap', 'CMM antager, at', 'CMM mener, at'], list: 'told', seen: {kind: 'left', what: 'commentary'}},
  {
    step: ['swap', 'Opgørelse fra Center', 'Årsopgørelse fra Center'],
    list: 'told',
    seen: {kind: 'left', what: 'front'},
  },
  {
    step: ['swap', 'Vurderet for første gang', 'Nye personer'],
    list: 'told',
    seen: {kind: 'left', what: 'table', after: 'Nye personer'},
  },
];

/** Each in a document of its own, beside a rewording that must not be taken then. */
const IN_THE_WAY: readonly {readonly name: string; readonly step: Step; readonly stop: object}[] = [
  {name: 'figure', step: ['swap', '59', '60'], stop: {sentence: 'series.3', bound: '59', found: '60'}},
  {
    name: 'year',
    step: ['swap', '2012', '2011'],
    stop: {sentence: 'series.2', address: 'last-year', bound: '2012', found: '2011'},
  },
  {
    name: 'label',
    step: ['swap', 'Nigeria', 'Ghana'],
    stop: {sentence: 'nationality.2', bound: 'Nigeria', found: 'Ghana'},
  },
  {name: 'cell', step: ['swap', '28', '29'], stop: {address: 'persons-by-year.2008', bound: '28', found: '29'}},
];

describe.skipIf(!has('soffice'))('a colleague at LibreOffice', () => {
  const at = (name: string) => join(folder.path, `${name}.docx`);
  let own = '';
  let edited: Awaited<ReturnType<typeof json>>;

  beforeAll(async () => {
    const reworded: Step = ['swap', 'er alene ansvarlig', 'står alene inde'];
    const missing = editInLibreOffice(folder.path, [
      {source: sent, target: at('edited'), steps: PLANTED.map(({step}) => step)},
      ...IN_THE_WAY.map(({name, step}) => ({source: sent, target: at(name), steps: [reworded, step]})),
      {source: sent, target: at('recorded'), steps: [['record'], reworded]},
    ]);
    expect(missing).toBe('');
    own = desk('at-libreoffice');
    edited = await json('text', 'import', at('edited'), '--dir', own);
  }, 150_000);

  test(`plants ${PLANTED.length} changes in one document`, () => {
    expect(PLANTED.length).toBeGreaterThanOrEqual(30);
    expect(edited.code).toBe(0);
  });

  test.each(PLANTED.map((one) => [one.step.slice(0, 2).join(' '), one] as const))('%s', (_, {list, seen}) => {
    expect(edited.answer[list]).toContainEqual(expect.objectContaining(seen));
  });

  test('figures that LibreOffice took from their controls are found by their text, and it says so', () => {
    expect(edited.answer.told).toContainEqual({kind: 'by-text', figures: expect.any(Number)});
  });

  test('the next document says it all', async () => {
    const out = join(folder.path, 'after');
    expect((await json('statement', '2013', '--dir', own, '--media', 'docx', '--out', out)).code).toBe(0);
    const parts = unzipSync(readFileSync(join(out, 'statement.da.docx')));
    const next = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]*>/g, '');
    for (const {after} of edited.answer.taken.filter(({kind}: {kind: string}) => kind === 'reworded'))
      expect(
        next.replaceAll('\u00A0', ' ').includes(after) || after.includes('én gang') || /(tre|De fleste)/.test(after),
        after,
      ).toBe(true);
    expect(
      (await json('profile', 'check', join(own, 'profile'))).answer.refusal.findings.map(
        ({rule}: {rule: string}) => rule,
      ),
    ).not.toContain('message-not-readable');
  });

  test.each(IN_THE_WAY)('a $name that is bound stops everything', async ({name, stop}) => {
    const own = desk(`at-libreoffice-${name}`);
    const {code, answer} = await json('text', 'import', at(name), '--dir', own);
    expect(code).toBe(1);
    expect(answer.refusal).toMatchObject({reason: 'text-not-taken', stopping: [stop]});
    expect(textOf(own)).toBe(textOf(office));
  });

  test('changes that it recorded wait to be accepted', async () => {
    const refused = await json('text', 'import', at('recorded'), '--dry-run');
    expect(refused.answer.refusal).toMatchObject({reason: 'changes-pending'});
    const taken = await json('text', 'import', at('recorded'), '--dry-run', '--accept-all');
    expect(taken.answer.taken).toMatchObject([{kind: 'reworded', sentence: 'provenance.2'}]);
  });
});
