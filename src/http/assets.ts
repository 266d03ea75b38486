/** Style, typeface and the little script there is, made once when the workbench starts and packed once. */
import {brotliCompressSync} from 'node:zlib';
import type {Hono} from 'hono';
import {loadDesignSystem} from '#production/design-system';
import {workbenchFonts} from '#production/workbench-fonts';
import {designFrom} from '#web/design';
import {SCRIPT} from '#web/script';
import {ICON, STYLE} from '#web/style';

interface Asset {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly packed: Uint8Array | undefined;
}

export interface Assets {
  serve(app: Hono): void;
}

export async function loadAssets(): Promise<Assets> {
  const fonts = await workbenchFonts();
  const css = `${designFrom(loadDesignSystem())}\n${STYLE}`;
  const files = new Map<string, Asset>([
    ['/assets/workbench.css', text(css, 'text/css; charset=utf-8')],
    ['/assets/workbench.js', text(SCRIPT, 'text/javascript; charset=utf-8')],
    ['/assets/icon.svg', text(ICON, 'image/svg+xml')],
    ...fonts.map(({name, bytes}) => [`/assets/${name}`, {bytes, mediaType: 'font/woff', packed: undefined}] as const),
  ]);
  return {
    serve(app) {
      for (const [path, {bytes, mediaType, packed}] of files)
        app.get(path, (c) => {
          const takesPacked = /\bbr\b/.test(c.req.header('accept-encoding') ?? '');
          c.header('content-type', mediaType);
          c.header('cache-control', 'public, max-age=3600');
          c.header('vary', 'accept-encoding');
          if (packed === undefined || !takesPacked) return c.body(Uint8Array.from(bytes));
          c.header('content-encoding', 'br');
          return c.body(Uint8Array.from(packed));
        });
    },
  };
}

function text(content: string, mediaType: string): Asset {
  const bytes = new TextEncoder().encode(content);
  return {bytes, mediaType, packed: brotliCompressSync(bytes)};
}
