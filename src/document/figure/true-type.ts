/**
 * The few tables of a TrueType font that layout needs, read from its bytes (OpenType 1.9, ISO/IEC 14496-22).
 * Character maps of format 4 only: every font with Latin text has one.
 */
import {defect} from '#kit/defect';

export type FontTables = ReadonlyMap<string, Uint8Array>;

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export function tablesOf(font: Uint8Array): FontTables {
  const view = viewOf(font);
  const records = Array.from({length: view.getUint16(4)}, (_, i) => 12 + 16 * i);
  return new Map(
    records.map((at) => {
      const start = view.getUint32(at + 8);
      return [String.fromCharCode(...font.subarray(at, at + 4)), font.subarray(start, start + view.getUint32(at + 12))];
    }),
  );
}

export const tableOf = (tables: FontTables, tag: string): DataView =>
  viewOf(tables.get(tag) ?? defect(`a font without its table ${tag}`));

/** From a character to its glyph; 0 where the font has none. */
export function glyphFinder(tables: FontTables): (character: number) => number {
  const cmap = tableOf(tables, 'cmap');
  const starts = Array.from({length: cmap.getUint16(2)}, (_, i) => cmap.getUint32(8 + 8 * i));
  const at =
    starts.find((start) => cmap.getUint16(start) === 4) ?? defect('a font without a character map of format 4');
  const segments = cmap.getUint16(at + 6) / 2;
  const field = (part: number, segment: number) => at + 14 + 2 * (part * segments + segment) + (part > 0 ? 2 : 0);

  return (character) => {
    for (let i = 0; i < segments; i++) {
      if (character > cmap.getUint16(field(0, i))) continue;
      const first = cmap.getUint16(field(1, i));
      if (character < first) return 0;
      const offset = cmap.getUint16(field(3, i));
      const delta = cmap.getInt16(field(2, i));
      if (offset === 0) return (character + delta) & 0xffff;
      const glyph = cmap.getUint16(field(3, i) + offset + 2 * (character - first));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
