/**
 * The map of the house. A room may import only what its line names, itself, and the packages on its line.
 * It sees static, side-effect and dynamic imports, re-exports and worker files alike.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {posix} from 'node:path';
import {expect, test} from 'vitest';

interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}
const room = (rooms: readonly string[], packages: readonly string[] = []): Room => ({rooms, packages});

const ROOMS: Readonly<Record<string, Room>> = {
  kit: room([], ['node:crypto']),
  concepts: room(['kit']),

  // Closed rooms: they know who a person is.
  register: room(['kit', 'concepts'], ['node:crypto']),
  storage: room(['kit', 'concepts', 'register', 'tabulation/table'], ['node:*', 'pg']),
  intake: room(['kit', 'concepts', 'register'], ['node:*', 'papaparse', 'hucre', '@e965/xlsx', 'fflate', 'zod']),
  linkage: room(['kit', 'concepts']),
  adoption: room(['kit', 'concepts', 'intake']),

  // Open rooms: they know only counts. None of them can name a closed room.
  tabulation: room(['kit', 'concepts']),
  disclosure: room(['kit', 'concepts', 'tabulation'], ['highs']),
  estimation: room(['kit', 'concepts', 'tabulation']),
  document: room(
    [
      'kit',
      'concepts',
      'language',
      'disclosure',
      'tabulation/breaks',
      'tabulation/cube',
      'tabulation/decompose',
      'tabulation/notes',
      'tabulation/table',
    ],
    [
      'messageformat',
      'marked',
      'micromark-util-decode-string',
      'js-yaml',
      'zod',
      'd3-scale',
      'docx',
      'fflate',
      'hono/html',
      'hono/utils/html',
      '@myriaddreamin/*',
      '@resvg/*',
      'node:buffer',
      'node:zlib',
    ],
  ),
  claims: room(['kit', 'concepts', 'language']),
  exchange: room(
    [
      'kit',
      'concepts',
      'claims/text',
      'language',
      'disclosure',
      'tabulation/cube',
      'tabulation/notes',
      'tabulation/table',
    ],
    ['papaparse', 'marked', 'unpdf', 'fflate'],
  ),

  // Definitions: a profile folder, read and checked.
  language: room(['kit', 'concepts']),
  profile: room(
    [
      'kit',
      'concepts',
      'intake/source-format',
      'intake/source-format-schema',
      'tabulation/table',
      'disclosure/policy',
      'document',
      'register/competence',
      'register/counting-rules',
      'linkage/policy',
    ],
    ['js-yaml', 'zod', 'papaparse'],
  ),

  // The run. It alone sees both sides; the edges see it through its doors.
  production: room(
    [
      'kit',
      'concepts',
      'register',
      'storage',
      'intake',
      'linkage',
      'adoption',
      'tabulation',
      'disclosure',
      'estimation',
      'document',
      'claims',
      'exchange',
      'language',
      'profile',
    ],
    ['node:*', 'js-yaml', 'zod'],
  ),
  cli: room(['kit', 'concepts', 'language', 'production', 'http/serve', 'http/public/serve'], ['node:*']),
  // Pages are functions of what they show; routes read the request, ask the door and answer.
  web: room(['kit', 'concepts', 'language', 'production'], ['hono/html', 'hono/utils/html']),
  http: room(
    ['kit', 'concepts', 'language', 'production', 'web'],
    ['hono', '@hono/*', '@simplewebauthn/server', 'openid-client', 'node:*'],
  ),

  // What anybody may see comes through the one public door; of the workbench it has the way of listening, its headers and its style.
  'web/public': room(['kit', 'concepts', 'language', 'production/published'], ['hono/html']),
  'http/public': room(
    [
      'kit',
      'concepts',
      'language',
      'production/published',
      'production/effects',
      'production/version',
      'web/public',
      'http/assets',
      'http/cookies',
      'http/headers',
      'http/listening',
      'http/spoken',
    ],
    ['hono'],
  ),
};

const files = readdirSync('src', {recursive: true, encoding: 'utf8'})
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => file.replaceAll('\\', '/'));

/** Static, side-effect and dynamic imports, re-exports, `require` and worker files. Types count: a wall is a wall. */
const IMPORT =
  /^(?:import|export)\s[^'"`;]*?from\s+['"]([^'"\n]+)['"]|^import\s+['"]([^'"\n]+)['"]|(?:\bimport|\brequire(?:\.resolve)?|new URL)\(\s*['"`]([^'"`\n]+)['"`]/gm;

const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(IMPORT)].map(([, from, side, call]) => from ?? side ?? call ?? '');

const imports = files.flatMap((file) =>
  importsOf(readFileSync(`src/${file}`, 'utf8')).map((target) => ({file, target})),
);
const under = (path: string, place: string) => path === place || path.startsWith(`${place}/`);
/** The innermost: a room may have a room of its own within. */
const roomOf = (file: string) =>
  Object.keys(ROOMS)
    .filter((name) => under(file, name))
    .toSorted((a, b) => b.length - a.length)[0];
const allowed = (file: string): Room => {
  const name = roomOf(file) ?? '';
  const {rooms, packages} = ROOMS[name] ?? room([]);
  return {rooms: [...rooms, name], packages};
};
const matches = (target: string, pattern: string) =>
  pattern.endsWith('*') ? target.startsWith(pattern.slice(0, -1)) : under(target, pattern);

test('every file is in a room on the map', () => expect(files.filter((file) => !roomOf(file))).toEqual([]));

test('a room imports only the rooms its line names', () => {
  const crossings = imports.filter(({target}) => target.startsWith('#'));
  expect(
    crossings.filter(({file, target}) => !allowed(file).rooms.some((name) => under(target.slice(1), name))),
  ).toEqual([]);
});

test('a room imports only the packages its line names', () => {
  const outside = imports.filter(({target}) => !/^[#./]/.test(target));
  expect(outside.filter(({file, target}) => !allowed(file).packages.some((name) => matches(target, name)))).toEqual([]);
});

/** What a file needs when it runs: types are gone by then. */
const IMPORTED = /^(?:import|export)\s+(?!type\b)([^'"`;]*?)\s*from\s+['"]([^'"\n]+)['"]|\bimport\(\s*'([^'\n]+)'\)/gm;
const needs = (file: string): readonly string[] =>
  [...readFileSync(`src/${file}`, 'utf8').matchAll(IMPORTED)].flatMap(([, names = '', from, call]) => {
    const target = from ?? call ?? '';
    const named = /^\{([^}]*)\}$/
      .exec(names.trim())?.[1]
      ?.split(',')
      .map((one) => one.trim());
    if (named?.every((one) => one === '' || one.startsWith('type '))) return [];
    if (target.startsWith('#')) return [`${target.slice(1)}.ts`];
    return target.startsWith('.') ? [posix.join(posix.dirname(file), target)] : [];
  });

test('from the public pages no path leads to the register', () => {
  const reached = new Set(files.filter((file) => under(file, 'http/public') || under(file, 'web/public')));
  for (const file of reached) for (const next of needs(file)) reached.add(next);
  const CASEWORK =
    /^(register|storage|intake|linkage|adoption)\/|^(http|web)\/casework\/|^http\/(app|bench|sessions|serve)|^production\/(casework|workspace|keyring|team|access-log|case-|editions\.)/;
  expect([...reached].filter((file) => CASEWORK.test(file))).toEqual([]);
  // And it does follow the paths there are.
  for (const file of ['production/published-edition.ts', 'production/edition-verify.ts', 'document/figure/chart.ts'])
    expect(reached).toContain(file);
});

test('nobody climbs out of a room with ../', () => {
  const depth = (file: string) => file.split('/').length - (roomOf(file) ?? '').split('/').length;
  const climbs = imports.filter(({file, target}) => target.startsWith('../'.repeat(depth(file))));
  // The edge finds what the package ships from where it stands.
  expect(climbs.filter(({file}) => file !== 'production/effects.ts')).toEqual([]);
});

test('nothing is imported by a name that is made up as it goes', () => {
  const made = files.filter((file) => /\bimport\(\s*(?!['"`])/.test(readFileSync(`src/${file}`, 'utf8')));
  expect(made).toEqual([]);
  // The one that resolves what packages ship.
  const resolving = files.filter((file) => readFileSync(`src/${file}`, 'utf8').includes('createRequire'));
  expect(resolving).toEqual(['production/fonts.ts']);
});

test('the map sees every way of importing', () => {
  const ways = [
    "import x from '#a'",
    "import {\n  x,\n} from '#a'",
    "import type {x} from '#a'",
    "import '#a'",
    "export * from '#a'",
    "await import('#a')",
    "new URL('#a', import.meta.url)",
  ];
  expect(ways.map((way) => importsOf(way))).toEqual(ways.map(() => ['#a']));
});

test('the open rooms cannot name a closed one', () => {
  const closed = ['register', 'storage', 'intake', 'linkage'];
  const open = ['tabulation', 'disclosure', 'estimation', 'document', 'claims', 'exchange'];
  for (const name of open) {
    expect(ROOMS[name]?.rooms.filter((target) => closed.some((one) => under(target, one)))).toEqual([]);
  }
});
