/** Markdown, read as the page it makes. */
import {marked} from 'marked';
import type {Text} from '#claims/text';
import {readHtmlText} from './read-html-text.ts';

export function readMarkdownText(name: string, markdown: string): Text {
  const body = markdown.replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '');
  return readHtmlText(name, marked.parse(body, {async: false, gfm: true}).replaceAll(/<pre>[\s\S]*?<\/pre>/g, ''));
}
