/**
 * Reads the statement's text: Markdown into blocks first, so that MessageFormat never sees a directive and Markdown never
 * sees a `.match`. Reports every fault at once; a block that is not known is left out.
 */
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import {checkSyntax} from './check-syntax.ts';
import {splitFrontMatter, textOf} from './front-matter.ts';
import {type MarkdownBlock, markdownBlocks} from './markdown.ts';
import type {Message, Outline, OutlineBlock} from './outline.ts';
import {textFinding} from './text-finding.ts';

export interface ReadOutline {
  readonly outline: Outline;
  readonly findings: readonly Finding[];
}

export function readOutline(bytes: Uint8Array, file: string, language: LanguageTag): ReadOutline {
  const {head, body, faults} = splitFrontMatter(textOf(bytes));
  const reader = new BlockReader(file);
  for (const block of markdownBlocks(body)) reader.take(block);

  const subtitle = typeof head.subtitle === 'string' ? {line: 1, source: head.subtitle} : undefined;
  const title = typeof head.title === 'string' ? {line: 1, source: head.title} : reader.title;
  const {blocks, notes} = reader;
  const outline = {language, file, title: title ?? {line: 1, source: ''}, subtitle, blocks, notes};
  const unread = faults.map(({line, why}) => textFinding('block-not-known', {file, line}, {text: why}));
  const untitled = title === undefined ? [textFinding('block-not-known', {file, line: 1}, {text: '# …'})] : [];
  return {outline, findings: [...unread, ...untitled, ...reader.findings, ...checkSyntax(outline)]};
}

const BLOCKS = ['table', 'chart', 'breaks', 'revisions', 'commentary'] as const;

type Directive = Extract<MarkdownBlock, {kind: 'directive'}>;

class BlockReader {
  readonly blocks: OutlineBlock[] = [];
  readonly notes: {id: string; line: number; messages: readonly Message[]}[] = [];
  readonly findings: Finding[] = [];
  title: Message | undefined;
  private readonly file: string;
  /** The last line of the paragraph being read; a block that starts on the next line still belongs to it. */
  private open = 0;

  constructor(file: string) {
    this.file = file;
  }

  take(block: MarkdownBlock): void {
    const {kind, line} = block;
    if (kind === 'heading') this.heading(block.depth, line, block.source);
    else if (isMessage(block)) this.paragraph(block);
    else if (kind === 'list')
      this.blocks.push({kind: 'list', line, items: block.items.map((item) => this.messages(item))});
    else if (kind === 'directive') this.directive(block);
    else if (kind === 'note') this.notes.push({id: block.id, line, messages: this.messages(block.blocks)});
    else if (kind !== 'comment') this.unknown(block);
  }

  private heading(depth: number, line: number, source: string): void {
    const [, text = source, id] = /^(.*?)\s*\[#([a-z][a-z0-9-]*)\]$/.exec(source) ?? [];
    const message = {line, source: text};
    if (depth === 1 && this.title === undefined && this.blocks.length === 0) this.title = message;
    else if (depth === 2 || depth === 3)
      this.blocks.push({kind: 'heading', line, level: depth, id: id ?? slug(text), message});
    else
      this.findings.push(
        textFinding('block-not-known', {file: this.file, line}, {text: `${'#'.repeat(depth)} ${text}`}),
      );
  }

  private paragraph(block: MessageBlock): void {
    const last = this.blocks.at(-1);
    const message = messageOf(block);
    if (last?.kind === 'paragraph' && block.line === this.open + 1)
      this.blocks.splice(-1, 1, {...last, messages: [...last.messages, message]});
    else this.blocks.push({kind: 'paragraph', line: block.line, messages: [message]});
    this.open = block.lastLine;
  }

  private directive(block: Directive): void {
    const {name, id, line} = block;
    const kind = BLOCKS.find((known) => known === name);
    if (kind === undefined || id === '') this.unknown(block);
    else this.blocks.push({kind, line, id});
  }

  private unknown({line, source}: MarkdownBlock): void {
    const [text = ''] = source.split('\n');
    this.findings.push(textFinding('block-not-known', {file: this.file, line}, {text}));
  }

  private messages(blocks: readonly MarkdownBlock[]): readonly Message[] {
    for (const block of blocks) if (!isMessage(block)) this.unknown(block);
    return blocks.filter(isMessage).map(messageOf);
  }
}

/** A sentence, or a message written in a block of its own for its variants. */
type MessageBlock = Extract<MarkdownBlock, {kind: 'paragraph' | 'code'}>;
const isMessage = (block: MarkdownBlock): block is MessageBlock =>
  block.kind === 'paragraph' || (block.kind === 'code' && block.language === 'mf2');

/** What a fence holds begins on the line after it. */
const messageOf = ({kind, line, source}: MessageBlock): Message => ({line: kind === 'code' ? line + 1 : line, source});

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
