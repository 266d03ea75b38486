/**
 * Reads the statement's text: Markdown into blocks first, so that MessageFormat never sees a directive and Markdown never
 * sees a `.match`. Reports every fault at once; a block that is not known is left out.
 */

import type {Nodes, RootContent} from 'mdast';
import {type Directives, directiveFromMarkdown} from 'mdast-util-directive';
import {fromMarkdown} from 'mdast-util-from-markdown';
import {gfmFootnoteFromMarkdown} from 'mdast-util-gfm-footnote';
import {directive} from 'micromark-extension-directive';
import {gfmFootnote} from 'micromark-extension-gfm-footnote';
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import {checkSyntax} from './check-syntax.ts';
import {splitFrontMatter, textOf} from './front-matter.ts';
import type {Message, Outline, OutlineBlock} from './outline.ts';
import {textFinding} from './text-finding.ts';

export interface ReadOutline {
  readonly outline: Outline;
  readonly findings: readonly Finding[];
}

export function readOutline(bytes: Uint8Array, file: string, language: LanguageTag): ReadOutline {
  const {head, body, faults} = splitFrontMatter(textOf(bytes));
  const reader = new BlockReader(body, file);
  for (const node of parseBlocks(body)) reader.take(node);

  const subtitle = typeof head.subtitle === 'string' ? {line: 1, source: head.subtitle} : undefined;
  const title = typeof head.title === 'string' ? {line: 1, source: head.title} : reader.title;
  const {blocks, notes} = reader;
  const outline = {language, file, title: title ?? {line: 1, source: ''}, subtitle, blocks, notes};
  const unread = faults.map(({line, why}) => textFinding('block-not-known', {file, line}, {text: why}));
  const untitled = title === undefined ? [textFinding('block-not-known', {file, line: 1}, {text: '# …'})] : [];
  return {outline, findings: [...unread, ...untitled, ...reader.findings, ...checkSyntax(outline)]};
}

/** Blocks only: what stands inside a paragraph is a message, and is read when the sentence is made. */
export const parseBlocks = (body: string): readonly RootContent[] =>
  fromMarkdown(body, {
    extensions: [directive(), gfmFootnote()],
    mdastExtensions: [directiveFromMarkdown(), gfmFootnoteFromMarkdown()],
  }).children;

const BLOCKS = ['table', 'chart', 'breaks', 'revisions', 'commentary'] as const;

class BlockReader {
  readonly blocks: OutlineBlock[] = [];
  readonly notes: {id: string; line: number; messages: readonly Message[]}[] = [];
  readonly findings: Finding[] = [];
  title: Message | undefined;
  private readonly body: string;
  private readonly file: string;
  /** The last line of the paragraph being read; a block that starts on the next line still belongs to it. */
  private open = 0;

  constructor(body: string, file: string) {
    this.body = body;
    this.file = file;
  }

  take(node: RootContent): void {
    const line = lineOf(node);
    if (node.type === 'heading') this.heading(node.depth, line, this.sourceOf(node));
    else if (isText(node)) this.paragraph(node, line);
    else if (node.type === 'list')
      this.blocks.push({kind: 'list', line, items: node.children.map(({children}) => this.messages(children))});
    else if (node.type === 'leafDirective') this.directive(node, line);
    else if (node.type === 'footnoteDefinition')
      this.notes.push({id: node.identifier, line, messages: this.messages(node.children)});
    else if (node.type !== 'html' || !/^<!--/.test(node.value)) this.unknown(node, line);
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

  private paragraph(node: Nodes, line: number): void {
    const last = this.blocks.at(-1);
    const message = this.messageOf(node);
    if (last?.kind === 'paragraph' && line === this.open + 1)
      this.blocks.splice(-1, 1, {...last, messages: [...last.messages, message]});
    else this.blocks.push({kind: 'paragraph', line, messages: [message]});
    this.open = node.position?.end.line ?? line;
  }

  private directive(node: Directives, line: number): void {
    const kind = BLOCKS.find((known) => known === node.name);
    const id = node.attributes?.id ?? '';
    if (kind === undefined || id === '') this.unknown(node, line);
    else this.blocks.push({kind, line, id});
  }

  private unknown(node: Nodes, line: number): void {
    const [text = ''] = this.sourceOf(node).split('\n');
    this.findings.push(textFinding('block-not-known', {file: this.file, line}, {text}));
  }

  private messages(nodes: readonly Nodes[]): readonly Message[] {
    for (const node of nodes) if (!isText(node)) this.unknown(node, lineOf(node));
    return nodes.filter(isText).map((node) => this.messageOf(node));
  }

  private messageOf(node: Nodes): Message {
    return node.type === 'code'
      ? {line: lineOf(node) + 1, source: node.value}
      : {line: lineOf(node), source: this.sourceOf(node)};
  }

  private sourceOf(node: Nodes): string {
    const raw = this.body.slice(node.position?.start.offset, node.position?.end.offset);
    return node.type === 'heading' ? raw.replace(/^#+\s*/, '').replace(/\s+#+$/, '') : raw;
  }
}

const isText = (node: Nodes): boolean => node.type === 'paragraph' || (node.type === 'code' && node.lang === 'mf2');
const lineOf = (node: Nodes): number => node.position?.start.line ?? 1;

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'oe')
    .replaceAll('å', 'aa')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
