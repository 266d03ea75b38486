/** Blocks with their lines, and what stands inside a sentence. */
import {expect, test} from 'vitest';
import {parseInline} from '#document/inline-markdown';
import {markdownBlocks} from '#document/markdown';

const of = (...lines: readonly string[]) => markdownBlocks(lines.join('\n'));

test('a note goes on over lines, and after a blank line where it is indented', () => {
  const [note, after] = of(
    '[^a]: First',
    'second.',
    '',
    '    ```mf2',
    '    .match $x',
    '    ```',
    '',
    'Text.',
    '[^b]: Last.',
  );
  expect(note).toMatchObject({kind: 'note', id: 'a', line: 1, lastLine: 6});
  expect(note?.kind === 'note' && note.blocks).toMatchObject([
    {kind: 'paragraph', line: 1, source: 'First\nsecond.'},
    {kind: 'code', line: 4, language: 'mf2', source: '.match $x'},
  ]);
  expect(after).toMatchObject({kind: 'paragraph', line: 8, source: 'Text.'});
});

test('two notes on neighbouring lines are two', () => {
  expect(of('[^a]: One.', '[^b]: Two.').map(({line}) => line)).toEqual([1, 2]);
});

test('a directive and a note end the paragraph before them', () => {
  expect(of('Text', '::table{#t}', 'more', '[^a]: Note.').map(({kind, line}) => `${kind} ${line}`)).toEqual([
    'paragraph 1',
    'directive 2',
    'paragraph 3',
    'note 4',
  ]);
});

test('every item of a list knows its line, also after one of several blocks', () => {
  const [list] = of('Text.', '', '- one', '', '  ```mf2', '  x', '  ```', '- two').slice(1);
  expect(list?.kind === 'list' && list.items.map((item) => item.map(({kind, line}) => `${kind} ${line}`))).toEqual([
    ['paragraph 3', 'code 5'],
    ['paragraph 8'],
  ]);
});

test('tables, tildes and bare addresses are typed text, not markup', () => {
  expect(of('| a | b |', '|---|---|', '| 1 | 2 |').map(({kind}) => kind)).toEqual(['paragraph']);
  expect(parseInline('~~a~~ https://x.example &amp; b')).toEqual([{kind: 'text', text: '~~a~~ https://x.example & b'}]);
});

test.each([
  [
    '- **a** b',
    [
      {kind: 'text', text: '- '},
      {kind: 'strong', content: [{kind: 'text', text: 'a'}]},
      {kind: 'text', text: ' b'},
    ],
  ],
  [
    '2013. *a*',
    [
      {kind: 'text', text: '2013. '},
      {kind: 'emphasis', content: [{kind: 'text', text: 'a'}]},
    ],
  ],
  ['a \\* `*b*` &#8209; <b>', [{kind: 'text', text: 'a * *b* ‑ <b>'}]],
  ['[a](javascript:alert)', [{kind: 'text', text: 'a'}]],
  [
    '[a](https://x.example/?a&amp;b)',
    [{kind: 'link', href: 'https://x.example/?a&b', content: [{kind: 'text', text: 'a'}]}],
  ],
])('inside a sentence: %s', (text, expected) => {
  expect(parseInline(text)).toEqual(expected);
});
