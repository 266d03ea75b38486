/** What every format on the shelf must hold. A new one is tested by standing there. */
import {describe, expect, test} from 'vitest';
import type {ProtectedCube} from '#disclosure/protect';
import {EXPORTERS} from '#exchange/index';
import {BY_AUTHORITY, CUBES, EDITION, released, WITHHELD} from './toy.ts';

test('every format has a name of its own', () => {
  expect(new Set(EXPORTERS.map(({format}) => format)).size).toBe(EXPORTERS.length);
});

describe.each(EXPORTERS.map((exporter) => [exporter.format, exporter] as const))('%s', (_, exporter) => {
  const written = exporter.write(released(CUBES), EDITION);
  const all = written.map(({body}) => body).join('\n');

  test('the same cubes are the same files', () => {
    expect(exporter.write(released(CUBES), EDITION)).toEqual(written);
  });

  test('every table is in it, with the codes of its lists', () => {
    for (const {table, dimensions} of CUBES) {
      expect(written.map(({name}) => name).join() + all).toContain(table.id);
      for (const code of dimensions.flatMap(({codes}) => codes)) expect(all).toContain(code);
    }
  });

  test('both languages are in it', () => {
    expect(all).toContain('da:authority:court');
    expect(all).toContain('en:authority:court');
  });

  test('the marks of the statement go with it', () => {
    for (const {body} of written) for (const mark of EDITION.marks) expect(body).toContain(mark);
  });

  test('the kinds of nothing are told apart', () => {
    const [file] = exporter.write(released([WITHHELD]), EDITION);
    for (const kind of ['withheld', 'not-collected']) expect(file?.body).toContain(kind);
    expect(exporter.write(released([BY_AUTHORITY]), EDITION)[0]?.body).not.toMatch(/"(0|1)": "withheld"|;withheld/);
  });

  test('no cube gets out unprotected: not by type, not by force', () => {
    // @ts-expect-error A cube is not a protected cube.
    expect(() => exporter.write([BY_AUTHORITY], EDITION)).toThrow('disclosure control');
    const [sealed] = released([WITHHELD]);
    const forged = {...sealed, cells: BY_AUTHORITY.cells};
    // @ts-expect-error Nor is a spread one: the seal stays behind.
    const smuggled: readonly ProtectedCube[] = [forged];
    expect(() => exporter.write(smuggled, EDITION)).toThrow('disclosure control');
  });
});
