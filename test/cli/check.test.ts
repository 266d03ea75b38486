/** `opgor check` as it is used: on texts of every kind, alone, against tables, and against a register; and on what is no text. */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {zipSync} from 'fflate';
import {afterAll, describe, expect, test} from 'vitest';
import {demo} from '#production/demo';
import {silent} from '#production/progress';
import {effectsIn, temporaryFolder} from '../workspaces.ts';
import {commandIn} from './command-in.ts';

const folder = temporaryFolder('check');
const {opgor, json} = commandIn(folder.path, folder.path);
afterAll(folder.remove);
const at = (name: string, text: string | Uint8Array): string => {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
};
const bytes = (text: string) => new TextEncoder().encode(text);

const WRONG = 'The centre identified 112 people in 2023, up 35 per cent on 73 in 2022.';

test('claims with exactly what is promised of each', async () => {
  const {code, answer} = await json('check', at('draft.md', `# Draft\n\n${WRONG} It has 14 rooms.\n`));
  expect(code).toBe(0);
  expect(answer.claims).toEqual([
    {
      sentence: WRONG,
      verdict: 'fails',
      printed: '35 per cent',
      right: '53.4 %',
      why: 'the change from 73 to 112, of 73',
    },
    {
      sentence: 'It has 14 rooms.',
      verdict: 'unverified',
      printed: '14',
      right: null,
      why: 'nothing given says what it should be',
    },
  ]);
});

test('read to a person, in their language', async () => {
  const file = at('udkast.txt', 'Antallet er steget med 35 pct. fra 73 til 112.');
  const {out} = await opgor(['check', file], {language: 'da'});
  expect(out).toContain('✗ 35 pct – skulle være 53,4\u00a0pct.: ændringen fra 73 til 112, af 73');
  expect(out).toContain('udkast.txt: 1 påstand: 0 holder, 1 holder ikke, 0 kan ikke efterprøves.');
});

test('against tables that somebody gave', async () => {
  const table = at('by-sex.csv', 'year,sex,victims\n2023,women,80\n2023,men,32\n2023,Total,112\n2022,Total,73\n');
  const file = at('release.html', '<h1>Victims 2023</h1><p>In 2023, 82 were women and 32 were men.</p>');
  const {answer} = await json('check', file, '--against', table);
  expect(answer.claims.map(({verdict, printed, right}: Record<string, string>) => [verdict, printed, right])).toEqual([
    ['fails', '82', '80'],
    ['holds', '32', '32'],
  ]);
});

describe('against a register', async () => {
  const out = join(folder.path, 'demo');
  const made = await demo(
    {example: 'denmark-2013', profile: 'denmark', year: 2013, out, media: ['html', 'docx', 'pdf']},
    effectsIn(folder.path),
    silent,
  );
  if (!made.ok) throw new Error(made.refusal.reason);
  const {workspace, compiled} = made.value;
  const failing = async (file: string, ...more: readonly string[]) => {
    const {answer} = await json('check', file, '--dir', workspace, ...more);
    return answer.claims.filter(({verdict}: {readonly verdict: string}) => verdict === 'fails');
  };
  const media = ['da', 'en'].flatMap((tag) => ['html', 'docx', 'pdf'].map((ending) => `statement.${tag}.${ending}`));

  test.each(media)('its own statement is clean: %s', async (name) => {
    const file = join(compiled.folder, name);
    expect(await failing(file)).toEqual([]);
    expect((await failing(file, '--edition', 'public')).length).toBeLessThanOrEqual(2);
    const {answer} = await json('check', file);
    expect(
      answer.claims.filter(({verdict}: {readonly verdict: string}) => verdict === 'fails').length,
    ).toBeLessThanOrEqual(2);
  });

  test('a press release with other figures is not', async () => {
    const file = at(
      'release.txt',
      'Victims in 2013\n\nIn 2013, 78 persons were assessed to be victims: 64 women and 14 men. Since 2007, 347 persons have been assessed.\n',
    );
    const said = await opgor(['check', file, '--dir', workspace]);
    expect(said.out).toContain('Held against the internal register of 2013: what is said here is not for publication.');
    expect((await failing(file)).map(({printed, right}: Record<string, string>) => [printed, right])).toEqual([
      ['78', '76'],
      ['14', '12'],
      ['347', '320'],
    ]);
  });

  test('what a public edition withholds is not told, however often a text guesses at it', async () => {
    const guesses = [1, 2, 3, 4, 5].map((n) => `${n} came from Romania.`);
    const file = at('guess.txt', `Forced labour\n\n${guesses.join('\n\n')}\n`);
    const said = async (edition: string) => {
      const {answer} = await json('check', file, '--dir', workspace, '--year', '2013', '--edition', edition);
      return answer.claims.map(({verdict, right}: Record<string, string>) => [verdict, right]);
    };
    expect(await said('internal')).toEqual(guesses.map((_, i) => [i === 3 ? 'holds' : 'fails', '4']));
    expect(await said('public')).toEqual(guesses.map(() => ['unverified', null]));
  });
}, 60_000);

describe('what is no text is refused, and said', () => {
  const pdf = (encrypted: string) =>
    bytes(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n${encrypted}trailer<</Root 1 0 R${encrypted === '' ? '' : '/Encrypt 4 0 R/ID[<00><00>]'}>>`,
    );
  const locked = `4 0 obj<</Filter/Standard/V 1/R 2/Length 40/P -4/O <${'11'.repeat(32)}>/U <${'22'.repeat(32)}>>>endobj\n`;
  const cases: readonly (readonly [name: string, content: string | Uint8Array, reason: string])[] = [
    ['empty.txt', '', 'empty-file'],
    ['blank.txt', ' \n\n ', 'text-without-words'],
    ['empty.docx', zipSync({'word/document.xml': bytes('<w:document/>')}), 'text-without-words'],
    ['broken.docx', bytes('PK\u0003\u0004 broken'), 'text-not-readable'],
    ['bomb.docx', zipSync({'word/document.xml': new Uint8Array(130_000_000)}), 'text-too-large'],
    ['book.xlsx', zipSync({'xl/workbook.xml': bytes('<x/>')}), 'wrong-format'],
    ['old.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0]), 'wrong-format'],
    ['picture.bin', new Uint8Array([1, 0, 2, 0, 3]), 'wrong-format'],
    ['scan.pdf', pdf(''), 'text-without-words'],
    ['locked.pdf', pdf(locked), 'text-not-readable'],
    ['broken.pdf', '%PDF-1.7 nothing', 'text-not-readable'],
    ['endless.txt', new Uint8Array(65_000_000).fill(0x41), 'text-too-large'],
  ];
  test.each(cases)('%s', async (name, content, reason) => {
    const {code, answer} = await json('check', at(name, content));
    expect([code, answer.refusal?.reason]).toEqual([1, reason]);
  });

  test('what is too large is not even opened', async () => {
    const {answer} = await json('check', at('endless.bin', new Uint8Array(65_000_000)));
    expect(answer.refusal).toMatchObject({reason: 'text-too-large', limit: 64_000_000});
  });

  test('a file that is not there, and a folder', async () => {
    expect((await json('check', join(folder.path, 'none.txt'))).answer.refusal.reason).toBe('no-such-file');
    expect((await json('check', folder.path)).answer.refusal.reason).toBe('not-a-file');
  });

  test('an edition without a workspace, and a year that is none, are misuses', async () => {
    const file = at('some.txt', WRONG);
    expect((await opgor(['check', file, '--edition', 'public'])).code).toBe(2);
    expect((await opgor(['check', file, '--year', 'last'])).code).toBe(2);
  });
});
