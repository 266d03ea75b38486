/** The page: nothing fetched, nothing run, nothing a text can break; and axe, a keyboard and a narrow screen find no fault. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {type Browser, chromium, type Page} from 'playwright-core';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {htmlPage} from '#document/render/html';
import type {Inline, Statement} from '#document/statement';
import {axeFaults} from '../readers/axe.ts';
import {CHROMIUM_FLAGS, findChromium, has, run} from '../readers/programs.ts';
import {FONTS} from './fonts.ts';
import {SAMPLE} from './sample-statement.ts';

const rendered = async (statement: Statement) => new TextDecoder().decode(await htmlPage.render(statement, FONTS));
const page = await rendered(SAMPLE);

test('the same statement is the same bytes', async () => expect(await rendered(SAMPLE)).toBe(page));

test('nothing is fetched and nothing is run', () => {
  expect(page).not.toMatch(/<script|<link|<img|<iframe|\son\w+=|@import|url\((?!data:|#)/i);
});

test('one first heading, a language, a title', () => {
  expect(page.match(/<h1/g)).toHaveLength(1);
  expect(page).toContain('<html lang="da">');
  expect(page).toContain(`<title>${SAMPLE.title} – ${SAMPLE.office}</title>`);
});

test('what stands open is said at the head; where nothing does, nothing is said', async () => {
  const head = page.slice(page.indexOf('<body'), page.indexOf('<main'));
  for (const text of SAMPLE.open) expect(head).toContain(text);
  expect(await rendered({...SAMPLE, open: []})).not.toContain('<section class="open"');
});

test('it is small enough to mail', () => expect(page.length).toBeLessThan(300_000));

test('a figure is on one line with the bracket before it and with what closes or counts it', async () => {
  const figure: Inline = {kind: 'figure', addresses: ['t.us'], text: '60', title: 'US'};
  const text = (said: string): Inline => ({kind: 'text', text: said});
  const content = [
    text('the Service ('),
    figure,
    text(') and the courts ('),
    figure,
    text('), '),
    figure,
    text(' in all'),
  ];
  const html = await rendered({...SAMPLE, blocks: [{kind: 'paragraph', content}]});
  const [, paragraph = ''] = /<p>(the Service .*?)<\/p>/s.exec(html) ?? [];
  const outside = paragraph.replaceAll(/<span class="keep">\(<button.*?<\/button>.*?<\/span>\)[,]?<\/span>/gs, '#');
  expect(outside.replaceAll(/<button.*<\/span>/gs, '@')).toBe('the Service # and the courts # @ in all');
});

describe('text cannot become markup', () => {
  const hostile = `</style></title><script>alert(1)</script>" onclick="x" '&`;
  const text: Inline = {kind: 'text', text: hostile};
  const everywhere: Statement = {
    ...SAMPLE,
    title: hostile,
    subtitle: hostile,
    office: hostile,
    producedBy: hostile,
    marks: [{kind: 'draft', text: hostile}],
    notes: [{id: 'n', number: 1, content: [text]}],
    blocks: [
      {kind: 'heading', level: 2, id: 'a', content: [text]},
      {
        kind: 'paragraph',
        content: [
          text,
          {kind: 'figure', addresses: [hostile], text: hostile, title: hostile},
          {kind: 'fault', text: hostile, message: hostile},
          {kind: 'note', id: 'n'},
        ],
      },
      {kind: 'commentary', content: [[text]], signed: hostile},
      {
        kind: 'chart',
        chart: {
          id: 'c',
          number: 1,
          title: hostile,
          kind: 'bar',
          unit: hostile,
          alternative: hostile,
          symbols: [{symbol: hostile, meaning: hostile}],
          notes: [{id: hostile, mark: hostile, content: [text]}],
          source: hostile,
          bars: [{label: hostile, text: hostile, value: 1, muted: false, breakBefore: false}],
        },
      },
      {
        kind: 'table',
        table: {
          id: 't',
          number: 1,
          caption: hostile,
          unit: hostile,
          rowHeading: hostile,
          columns: [hostile, hostile],
          notes: [{id: hostile, mark: hostile, content: [text]}],
          symbols: [{symbol: hostile, meaning: hostile}],
          rows: [
            {
              label: hostile,
              total: false,
              cells: [{address: hostile, text: hostile, observation: {kind: 'not-collected'}, meaning: hostile}],
            },
          ],
        },
      },
    ],
  };

  test('in any field', async () => {
    const written = await rendered(everywhere);
    expect(written).not.toMatch(/<script/);
    expect(written).not.toContain('onclick="x"');
    expect(written.match(/<\/style>/g)).toHaveLength(1);
  });

  test('nor a link a script', async () => {
    const link: Inline = {kind: 'link', href: 'javascript:alert(1)', content: [{kind: 'text', text: 'x'}]};
    expect(await rendered({...SAMPLE, blocks: [{kind: 'paragraph', content: [link]}]})).not.toContain('javascript:');
  });
});

describe('every figure carries its address', () => {
  test('in tables, with its value', () => {
    for (const block of SAMPLE.blocks)
      if (block.kind === 'table')
        for (const {address, observation} of block.table.rows.flatMap(({cells}) => cells)) {
          const value =
            observation.kind === 'count' ? `<data value="${observation.value}">` : '<span aria-hidden="true">';
          expect(page).toMatch(new RegExp(`data-cell="${address}"[^>]*>${value}`));
        }
  });

  test('in sentences', () => {
    expect(page).toMatch(/data-cell="repeats.all"[^>]*>9<\/button>/);
    expect(page).toMatch(
      /data-cell="persons-by-year.last-year persons-by-year.this-year"[^>]*><data value="15 %">15 %<\/data><\/button>/,
    );
  });
});

test('notes lead back to each place that mentions them', () => {
  expect(page).toContain('id="mention-genganger-2"');
  expect(page).toContain('href="#mention-genganger-2"');
  expect(page.match(/href="#mention-/g)).toHaveLength(3);
});

test('what the page points at is there, once', () => {
  const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, target] of page.matchAll(/(?:href="#|popovertarget="|aria-labelledby=")([^"]+)"/g))
    for (const id of (target ?? '').split(' ')) expect(ids).toContain(id);
});

const executablePath = findChromium();
describe.skipIf(executablePath === undefined)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opgor-html-'));
  const file = join(folder, 'statement.da.html');
  let browser: Browser;
  beforeAll(async () => {
    writeFileSync(file, page);
    browser = await chromium.launch({executablePath: executablePath ?? '', args: CHROMIUM_FLAGS});
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, {recursive: true});
  });

  const open = async (width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> => {
    const tab = await browser.newPage({viewport: {width, height: 800}, colorScheme});
    await tab.goto(pathToFileURL(file).href);
    return tab;
  };
  test.each([
    [1280, 'light'],
    [1280, 'dark'],
    [320, 'light'],
    [320, 'dark'],
  ] as const)('axe finds nothing at %d px, %s', async (width, scheme) => {
    const tab = await open(width, scheme);
    expect(await axeFaults(tab)).toEqual([]);
    await tab.locator('button.figure').first().click();
    expect(await axeFaults(tab)).toEqual([]);
    await tab.close();
  });

  test.each([320, 480, 768, 1024, 1280])('at %d px the page does not scroll sideways', async (width) => {
    const tab = await open(width);
    expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await tab.close();
  });

  test('the keyboard skips to the text and opens a figure', async () => {
    const tab = await open(1280);
    await tab.keyboard.press('Tab');
    expect(await tab.evaluate('document.activeElement.getAttribute("href")')).toBe('#content');
    await tab.locator('button.figure').nth(1).focus();
    await tab.keyboard.press('Enter');
    expect(await tab.locator('[popover]:popover-open').textContent()).toContain('også er vurderet i et tidligere år');
    await tab.keyboard.press('Escape');
    expect(await tab.locator('[popover]:popover-open').count()).toBe(0);
    await tab.close();
  });

  test.skipIf(!has('pdftotext'))('printed, every sheet bears the marks', async () => {
    const tab = await open(1280);
    const print = join(folder, 'print.pdf');
    await tab.pdf({path: print, preferCSSPageSize: true});
    const sheets = run('pdftotext', '-layout', print, '-').split('\f').slice(0, -1);
    expect(sheets.length).toBeGreaterThan(1);
    for (const sheet of sheets) for (const {text} of SAMPLE.marks) expect(sheet).toContain(text);
    await tab.close();
  });
});
