/** The office's text in plain words: its sentences listed, tried for years, changed from a menu, in both languages. */
import {cpSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {messagesOf} from '#document/messages';
import {chipped, withCondition, withForm, withoutForm, withWording} from '#document/passages/chips';
import {formsOf} from '#document/passages/pattern';
import {readOutline} from '#document/read-outline';
import {commandIn} from '../cli/command-in.ts';
import {temporaryFolder} from '../workspaces.ts';

const folder = temporaryFolder('text-list');
const made = join(folder.path, 'made');
const office = join(made, 'workspace');
const {opgor, json} = commandIn(folder.path, office);

beforeAll(async () => {
  expect((await opgor(['demo', '--out', made, '--media', 'docx'])).code).toBe(0);
}, 60_000);
afterAll(folder.remove);

/** However the lines were broken. */
const simple = (parts: readonly object[]): string => JSON.stringify(parts).replaceAll(/(?:\s|\\n)+/g, ' ');

function desk(name: string): string {
  const own = join(folder.path, name);
  cpSync(office, own, {recursive: true});
  return own;
}
const textOf = (workspace: string, language = 'da'): string =>
  readFileSync(join(workspace, 'profile', 'statement', `${language}.md`), 'utf8');

describe('the list', () => {
  test.each([
    {language: 'da', says: '⟦2⟧ blev **⟦3⟧ personer** officielt vurderet handlet.[^person]'},
    {language: 'en', says: '⟦2⟧, **⟦3⟧ persons** were officially assessed to be victims of trafficking.[^person]'},
  ])('has each sentence with its figures as chips: $language', async ({language, says}) => {
    const {answer} = await json('text', 'list', 'total', '--language', language);
    const found = answer.sentences.find(({sentence}: {sentence: string}) => sentence === 'total.2');
    expect(found.forms).toHaveLength(4);
    expect(found.forms[3].text).toBe(says);
    expect(found.forms[1].when).toContain('is 0');
    expect(found.conditions[0].menu.map(({key}: {key: string}) => key)).toContain('withheld');
    expect(found.chips.map(({name}: {name: string}) => name)).toEqual(['when', 'when', 'persons-by-repeat.total']);
  });

  test('is in the words of whoever reads it', async () => {
    const da = await opgor(['text', 'list', 'sex.2'], {language: 'da'});
    expect(da.out).toContain('ellers:');
    expect(da.out).toContain('er alle');
    expect(da.out).not.toMatch(/\{\$|\.match|\.local/);
    const en = await opgor(['text', 'list', 'sex.2', '--language', 'en']);
    expect(en.out).toContain('otherwise:');
  });

  test('of a year says what each says then', async () => {
    const {answer} = await json('text', 'list', 'sex.2', '--year', '2013');
    expect(answer.sentences[0].told).toMatchObject({form: 14});
    expect(answer.sentences[0].told.text).toContain('⟦64⟧ kvinder (⟦84');
  });

  test('every sentence of the Danish profile can be read', async () => {
    const {answer} = await json('text', 'list');
    expect(answer.sentences.length).toBeGreaterThan(60);
    expect(answer.sentences.filter(({forms}: {forms: readonly unknown[]}) => forms.length === 0)).toEqual([]);
  });

  test('a sentence that is not there is asked for by the nearest', async () => {
    const {code, answer} = await json('text', 'list', 'totl.2');
    expect({code, refusal: answer.refusal}).toMatchObject({
      code: 1,
      refusal: {reason: 'no-such-sentence', near: 'total.2'},
    });
  });
});

test('a preview says what the sentence says of the year and the last three', async () => {
  const {answer} = await json('text', 'preview', 'total.2', '--year', '2013');
  expect(answer.years.map(({year}: {year: number}) => year)).toEqual([2013, 2012, 2011, 2010]);
  expect(answer.years[0].text).toBe('I 2013 blev ⟦76⟧ personer officielt vurderet handlet.');
  const future = await json('text', 'preview', 'total.2', '--year', '2007');
  expect(future.answer.years.map(({year}: {year: number}) => year)).toEqual([2007]);
});

describe('a change from the menu', () => {
  test('rewords one form, keeps the others, and the other language lags until it is changed', async () => {
    const own = desk('wording');
    const wording = '[[2]] er **⟦3⟧ personer** {officielt} vurderet handlet.[^person]';
    const {code, answer} = await json('text', 'change', 'total.2', '--form', '4', '--wording', wording, '--dir', own);
    expect(code).toBe(0);
    expect(answer.findings).toEqual([]);
    expect(textOf(own)).toContain(
      '*       {{{$when :given case=upper} er **{$persons-by-repeat.total} personer** \\{officielt\\} vurderet handlet.[^person]}}',
    );
    expect(textOf(own).split('\n').length).toBe(textOf(office).split('\n').length);
    const preview = await json('text', 'preview', 'total.2', '--year', '2013', '--dir', own);
    expect(preview.answer.years[0].text).toBe('I 2013 er ⟦76⟧ personer {officielt} vurderet handlet.');
    const lagging = await json('text', 'list', 'total.2', '--language', 'en', '--dir', own);
    expect(lagging.answer.sentences[0].behind).toMatchObject({why: 'reworded', other: 'da'});
    const followed = '⟦2⟧, **⟦3⟧ persons** were assessed to be victims.[^person]';
    await json('text', 'change', 'total.2', '--form', '4', '--wording', followed, '--language', 'en', '--dir', own);
    const after = await json('text', 'list', 'total.2', '--language', 'en', '--dir', own);
    expect(after.answer.sentences[0].behind).toBeUndefined();
  });

  test.each([
    {
      name: 'a figure that is typed',
      given: ['--form', '4', '--wording', 'Der var 76 personer.'],
      reason: 'text-change-faulty',
    },
    {
      name: 'a claim that nothing tests',
      given: ['--form', '4', '--wording', 'Alle ⟦3⟧ personer.'],
      reason: 'text-change-faulty',
    },
    {
      name: 'a note that is not there',
      given: ['--form', '4', '--wording', '⟦3⟧ personer.[^nope]'],
      reason: 'text-change-faulty',
    },
    {name: 'a chip that is not there', given: ['--form', '4', '--wording', '⟦9⟧ personer.'], reason: 'no-such-chip'},
    {name: 'a form that is not there', given: ['--form', '9', '--wording', 'x'], reason: 'no-such-form'},
    {name: 'a key that is not on the menu', given: ['--form', '1', '--when', 'many'], reason: 'not-on-the-menu'},
    {name: 'conditions that another form has', given: ['--form', '1', '--when', '0'], reason: 'form-there-already'},
    {name: 'the form for everything else, taken away', given: ['--form', '4', '--remove'], reason: 'no-such-form'},
  ])('$name is refused, and nothing is written', async ({name, given, reason}) => {
    const own = desk(name.replaceAll(/\W/g, '-'));
    const {code, answer} = await json('text', 'change', 'total.2', ...given, '--dir', own);
    expect({code, reason: answer.refusal?.reason}).toEqual({code: 1, reason});
    expect(textOf(own)).toBe(textOf(office));
  });
});

describe('a source', () => {
  const SOURCE = '.input {$a.b :count}\n.match $a.b\n0 {{None.}}\n* {{{$a.b} of them.}}';
  test.each([
    {
      name: 'gets a wording',
      made: withWording(SOURCE, 2, 'Now ⟦1⟧!', false),
      is: SOURCE.replace('{$a.b} of them.', 'Now {$a.b}!'),
    },
    {name: 'gets a condition', made: withCondition(SOURCE, 1, ['nothing']), is: SOURCE.replace('0 {{', 'nothing {{')},
    {
      name: 'gets a form',
      made: withForm(SOURCE, ['one'], '⟦1⟧ alone.'),
      is: SOURCE.replace('* {{', 'one {{{$a.b} alone.}}\n* {{'),
    },
    {name: 'loses a form', made: withoutForm(SOURCE, 1), is: SOURCE.replace('0 {{None.}}\n', '')},
  ])('$name', ({made, is}) => expect(made).toEqual({ok: true, value: is}));

  test.each(['denmark', 'ctdc'])('of every sentence of %s, written as it is listed, holds the same', (profile) => {
    const statements = join('profiles', profile, 'statement');
    let forms = 0;
    for (const file of readdirSync(statements).filter((name) => name.endsWith('.md'))) {
      const {outline} = readOutline(readFileSync(join(statements, file)), file, file.startsWith('da') ? 'da' : 'en');
      for (const {source} of messagesOf(outline))
        for (const {number, text} of chipped(source).forms) {
          const again = withWording(source, number, text, false);
          if (!again.ok) throw new Error(`${file}: ${again.refusal.reason}: ${source}`);
          expect(formsOf(again.value).map(({parts}) => simple(parts))).toEqual(
            formsOf(source).map(({parts}) => simple(parts)),
          );
          forms++;
        }
    }
    expect(forms).toBeGreaterThan(30);
  });

  test('written as it is listed is as it was', () => {
    for (const {number, text} of chipped(SOURCE).forms)
      expect(withWording(SOURCE, number, text, false)).toEqual({ok: true, value: SOURCE});
  });
});
