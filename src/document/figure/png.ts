/** A chart as PNG, drawn by resvg from the fonts it is given and no others: the same bytes on every computer. */
import {initWasm, Resvg} from '@resvg/resvg-wasm';

/** Twice the drawing's size: sharp in print and in a newspaper's system. */
const ZOOM = 2;

let ready: Promise<void> | undefined;

export async function toPng(
  svg: string,
  fonts: readonly Uint8Array[],
  renderer: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  // The module may be started only once in a process.
  ready ??= initWasm(renderer);
  await ready;
  const drawing = new Resvg(svg, {
    fitTo: {mode: 'zoom', value: ZOOM},
    font: {fontBuffers: [...fonts], defaultFontFamily: 'IBM Plex Sans', sansSerifFamily: 'IBM Plex Sans'},
  });
  const image = drawing.render();
  const bytes = image.asPng();
  image.free();
  drawing.free();
  return bytes;
}
