/**
 * A font cut down to the characters of one page and wrapped as WOFF 1.0 (W3C), so that a page carries its typeface
 * and still mails easily. Glyphs keep their numbers; those not needed become empty, and so do tables only print needs.
 */
import {deflateSync} from 'node:zlib';
import {defect} from '#kit/defect';
import {type FontTables, glyphFinder, tableOf, tablesOf, viewOf} from '../figure/true-type.ts';

const KEPT = ['OS/2', 'cmap', 'cvt ', 'fpgm', 'glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp', 'name', 'prep'];

export function webFont(font: Uint8Array, characters: ReadonlySet<string>): Uint8Array {
  const tables = tablesOf(font);
  const kept = [...tables].filter(([tag]) => KEPT.includes(tag));
  const cut = new Map([...kept, ...cutGlyphs(tables, characters), ['post', postWithoutNames(tables)] as const]);
  return wrapWoff(cut, viewOf(font).getUint32(0));
}

function cutGlyphs(tables: FontTables, characters: ReadonlySet<string>): FontTables {
  const glyf = tables.get('glyf') ?? defect('a font without outlines');
  const count = tableOf(tables, 'maxp').getUint16(4);
  const long = tableOf(tables, 'head').getInt16(50) === 1;
  const loca = tableOf(tables, 'loca');
  const start = (glyph: number) => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  const outline = (glyph: number) => glyf.subarray(start(glyph), start(glyph + 1));

  const find = glyphFinder(tables);
  const wanted = new Set([0]);
  const want = (glyph: number): void => {
    if (wanted.has(glyph)) return;
    wanted.add(glyph);
    for (const part of partsOf(outline(glyph))) want(part);
  };
  for (const character of characters) want(find(character.codePointAt(0) ?? 0));

  const outlines = Array.from({length: count}, (_, glyph) => (wanted.has(glyph) ? outline(glyph) : new Uint8Array()));
  return joinOutlines(outlines, long);
}

function joinOutlines(outlines: readonly Uint8Array[], long: boolean): FontTables {
  const glyf = new Uint8Array(outlines.reduce((sum, {length}) => sum + length, 0));
  const loca = new Uint8Array((outlines.length + 1) * (long ? 4 : 2));
  const view = viewOf(loca);
  let at = 0;
  const point = (glyph: number) => (long ? view.setUint32(4 * glyph, at) : view.setUint16(2 * glyph, at / 2));
  for (const [glyph, outline] of outlines.entries()) {
    point(glyph);
    glyf.set(outline, at);
    at += outline.length;
  }
  point(outlines.length);
  return new Map([
    ['glyf', glyf],
    ['loca', loca],
  ]);
}

/** The glyphs a composite glyph is made of (OpenType `glyf`, component flags). */
function partsOf(outline: Uint8Array): readonly number[] {
  const view = viewOf(outline);
  if (outline.length === 0 || view.getInt16(0) >= 0) return [];
  const parts: number[] = [];
  let flags = 0x20;
  for (let at = 10; (flags & 0x20) !== 0; ) {
    flags = view.getUint16(at);
    parts.push(view.getUint16(at + 2));
    at +=
      4 +
      ((flags & 1) === 0 ? 2 : 4) +
      ((flags & 8) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0);
  }
  return parts;
}

/** Version 3.0: no glyph names. */
function postWithoutNames(tables: FontTables): Uint8Array {
  const post = (tables.get('post') ?? defect('a font without its table post')).slice(0, 32);
  viewOf(post).setUint32(0, 0x00030000);
  return post;
}

const padded = (length: number) => (length + 3) & ~3;

function wrapWoff(tables: FontTables, flavour: number): Uint8Array {
  const ordered = [...tables]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([tag, raw]) => {
      const packed = deflateSync(raw, {level: 9});
      return {tag, raw, body: packed.length < raw.length ? packed : raw};
    });
  const head = 44 + 20 * ordered.length;
  const woff = new Uint8Array(ordered.reduce((sum, {body}) => sum + padded(body.length), head));
  const view = viewOf(woff);
  const whole = ordered.reduce((sum, {raw}) => sum + padded(raw.length), 12 + 16 * ordered.length);
  for (const [at, value] of [
    [0, 0x774f4646],
    [4, flavour],
    [8, woff.length],
    [16, whole],
  ] as const)
    view.setUint32(at, value);
  view.setUint16(12, ordered.length);

  let start = head;
  for (const [i, {tag, raw, body}] of ordered.entries()) {
    const entry = 44 + 20 * i;
    woff.set(new TextEncoder().encode(tag), entry);
    for (const [j, value] of [start, body.length, raw.length, checksum(raw)].entries())
      view.setUint32(entry + 4 + 4 * j, value);
    woff.set(body, start);
    start += padded(body.length);
  }
  return woff;
}

function checksum(table: Uint8Array): number {
  const whole = new Uint8Array(padded(table.length));
  whole.set(table);
  const view = viewOf(whole);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
