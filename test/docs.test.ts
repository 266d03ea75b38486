/** The documents keep their word: what they link to is there, and the commands they show are commands. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {expect, test} from 'vitest';
import {parseRecordNumber} from '#concepts/record-number';
import {commandsFor} from '../src/cli/commands/index.ts';

const documents = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...['docs', 'examples', 'bench'].flatMap((folder) =>
    readdirSync(folder, {recursive: true, encoding: 'utf8'})
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
];
const textOf = (file: string) => readFileSync(file, 'utf8');
const withoutCode = (text: string) => text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, '');

test.each(documents)('what %s links to is there', (file) => {
  const links = [...withoutCode(textOf(file)).matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, target]) => target ?? '');
  const local = links.filter((target) => !/^[a-z]+:/.test(target));
  expect(local.filter((target) => !existsSync(join(dirname(file), target)))).toEqual([]);
});

const shown = documents.flatMap((file) =>
  [...textOf(file).matchAll(/^\s*(?:npm run -s )?opgor (?:-- )?(?!COMMAND)([a-z][^\n#`]*)/gm)].map(([, line]) => ({
    file,
    line: (line ?? '').trim(),
  })),
);
// Of two commands that a line begins with, the longer is meant.
const commands = (await commandsFor([])).toSorted((a, b) => b.name.length - a.name.length);
const examples = commands.map(({example}) => ({file: 'help', line: example.replace(/^opgor /, '')}));

test('there are commands to check', () => expect(shown.length).toBeGreaterThan(8));

test.each([...shown, ...examples])('$file: opgor $line', ({line}) => {
  const words = line.match(/"[^"]*"|\S+/g) ?? [];
  const command = commands.find(({name}) => words.slice(0, name.split(' ').length).join(' ') === name);
  const options = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2).replace(/=.*/, ''));
  expect(command?.name).toBeDefined();
  const known = [...Object.keys(command?.options ?? {}), 'dir', 'json', 'help'];
  expect(options.filter((option) => !known.includes(option))).toEqual([]);
  for (const word of words.filter((one) => /^P-\d/.test(one))) expect(parseRecordNumber(word)).toBe(word);
});

test('every script the documents name is one', () => {
  const {scripts}: {scripts: Record<string, string>} = JSON.parse(textOf('package.json'));
  const named = documents.flatMap((file) =>
    [...textOf(file).matchAll(/npm run (?:-s )?([a-z][a-z:]*)/g)].map(([, name]) => name ?? ''),
  );
  expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
});
