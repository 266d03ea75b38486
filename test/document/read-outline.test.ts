/** What a text may hold and what is found wrong with it, each with its line. */
import {expect, test} from 'vitest';
import {readCommentary} from '#document/read-commentary';
import {readGuardedWords} from '#document/read-guarded-words';
import {readOutline} from '#document/read-outline';
import {bytes} from './toy.ts';

const outlineOf = (text: string) => readOutline(bytes(text), 'en.md', 'en');
const found = (text: string) => outlineOf(text).findings.map(({rule, facts}) => `${rule} ${facts.line}`);

test('blocks, with the line of each message', () => {
  const {outline, findings} = outlineOf(
    [
      '---',
      "title: 'Statement {$year}'",
      '---',
      '',
      '## Sex [#sex]',
      '',
      'Hard-wrapped',
      'text.[^a]',
      '```mf2',
      '.local $x = {$t :list}',
      '.match $x',
      '* {{}}',
      '```',
      'And more.',
      '',
      '- First',
      '- Second',
      '',
      '::table{#t}',
      '',
      '::commentary{#interpretation}',
      '',
      '[^a]: A note.',
      '',
    ].join('\r\n'),
  );
  expect(findings).toEqual([]);
  expect(outline.title).toEqual({line: 1, source: 'Statement {$year}'});
  expect(outline.blocks).toEqual([
    {kind: 'heading', line: 5, level: 2, id: 'sex', message: {line: 5, source: 'Sex'}},
    {
      kind: 'paragraph',
      line: 7,
      messages: [
        {line: 7, source: 'Hard-wrapped\ntext.[^a]'},
        {line: 10, source: '.local $x = {$t :list}\n.match $x\n* {{}}'},
        {line: 14, source: 'And more.'},
      ],
    },
    {kind: 'list', line: 16, items: [[{line: 16, source: 'First'}], [{line: 17, source: 'Second'}]]},
    {kind: 'table', line: 19, id: 't'},
    {kind: 'commentary', line: 21, id: 'interpretation'},
  ]);
  expect(outline.notes).toEqual([{id: 'a', line: 23, messages: [{line: 23, source: 'A note.'}]}]);
});

test.each([
  {fault: 'a brace that closes nothing', text: '# T\n\nA } brace.\n', found: ['message-not-readable 3']},
  {
    fault: 'a variant without a catch-all',
    text: '# T\n\n```mf2\n.input {$a.b :count}\n.match $a.b\n0 {{none}}\n```\n',
    found: ['message-not-readable 4'],
  },
  {fault: 'a code with a colon', text: '# T\n\nN is {$a.b:c}.\n', found: ['message-not-readable 3']},
  {fault: 'a table inside a sentence', text: '# T\n\nSee ::table{#sex} here.\n', found: ['block-not-known 3']},
  {fault: 'a quotation without a source', text: '# T\n\n{#quoted}66{/quoted}\n', found: ['block-not-known 3']},
  {fault: 'a directive nobody knows', text: '# T\n\n::map{#sex}\n', found: ['block-not-known 3']},
  {fault: 'a table without an id', text: '# T\n\n::table\n', found: ['block-not-known 3']},
  {fault: 'a Markdown table', text: '# T\n\n> quote\n', found: ['block-not-known 3']},
  {fault: 'code in another language', text: '# T\n\n```js\n1\n```\n', found: ['block-not-known 3']},
  {fault: 'a note nobody wrote', text: '# T\n\nA word.[^lost]\n', found: ['note-not-defined 3']},
  {fault: 'a heading used twice', text: '# T\n\n## A\n\nx\n\n## A\n', found: ['id-repeated 7']},
  {fault: 'no title', text: 'Text.\n', found: ['block-not-known 1']},
  {fault: 'faulty YAML', text: '---\ntitle: [\n---\n\nText.\n', found: ['block-not-known 3', 'block-not-known 1']},
])('$fault', ({text, found: expected}) => {
  expect(found(text)).toEqual(expected);
});

test('a directive inside a sentence is named as MessageFormat reads it', () => {
  const {findings} = outlineOf('# T\n\nSee ::table{#sex source=x} here.\n');
  expect(findings.map(({facts}) => facts.text)).toEqual(['{#sex}']);
});

const COMMENTARY = `---
id: interpretation
period: '2013'
signed: {by: Office, on: '2014-03-01'}
explains: [{address: t.this-year, from: t.last-year, change: rises}]
---

We assume so.
`;

test('a commentary is signed and says what it explains', () => {
  const {commentary, findings} = readCommentary(bytes(COMMENTARY), 'c.md', 'en');
  expect(findings).toEqual([]);
  expect(commentary?.paragraphs).toEqual([{line: 8, message: 'We assume so.'}]);
});

test.each([
  ["signed: {by: Office, on: '2014-03-01'}\n", ''],
  ["on: '2014-03-01'", "on: '2014-02-30'"],
  ['explains: [{address: t.this-year, from: t.last-year, change: rises}]', 'explains: []'],
  ['change: rises', 'change: explodes'],
])('a commentary without its due is none: %s → %s', (from, to) => {
  const {commentary, findings} = readCommentary(bytes(COMMENTARY.replace(from, to)), 'c.md', 'en');
  expect(commentary).toBeUndefined();
  expect(findings.map(({rule}) => rule)).toEqual(['commentary-not-signed']);
});

test.each([
  ['thresholds: {}', 'a threshold is missing'],
  ['source: {}', 'no source'],
  ["allowed: [{pattern: '(', why: x}]", 'an expression that is none'],
  ['x: [', 'not YAML'],
])('guarded words: %s (%s)', (text) => {
  const rest = 'from: x\nsource: {title: t}\nwords: {}\nnumber-words: []\nallowed: []\n';
  const {guarded, findings} = readGuardedWords(bytes(`${text}\n${rest}`), 'w.yaml', 'en');
  expect(guarded).toBeUndefined();
  expect(findings.every(({rule}) => rule === 'guarded-words-faulty')).toBe(true);
  expect(findings.length).toBeGreaterThan(0);
});
