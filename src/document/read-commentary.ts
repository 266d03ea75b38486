/** Reads a commentary: YAML head with its place, period, signature and what it explains; then paragraphs of messages. */
import * as z from 'zod';
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import {parsePlainDate} from '#kit/plain-date';
import type {Commentary} from './commentary.ts';
import {splitFrontMatter, textOf} from './front-matter.ts';
import {markdownBlocks} from './markdown.ts';
import {readMessage} from './message-model.ts';
import {textFinding} from './text-finding.ts';

const day = z.string().refine((text) => parsePlainDate(text) !== undefined, 'YYYY-MM-DD');

const shape = z.strictObject({
  id: z.string().min(1),
  period: z.coerce.string().min(1),
  signed: z.strictObject({by: z.string().min(1), on: day}),
  explains: z
    .array(z.strictObject({address: z.string(), from: z.string(), change: z.enum(['rises', 'falls', 'stays'])}))
    .min(1),
});

export interface ReadCommentary {
  /** Undefined when it is not signed or says not what it explains. */
  readonly commentary: Commentary | undefined;
  readonly findings: readonly Finding[];
}

export function readCommentary(bytes: Uint8Array, file: string, language: LanguageTag): ReadCommentary {
  const {head, body, faults} = splitFrontMatter(textOf(bytes));
  const read = shape.safeParse(head);
  if (!read.success) {
    const missing = read.error.issues.map(({path, message}) => `${path.join('.')} (${message})`);
    const why = faults.length > 0 ? faults.map((fault) => fault.why) : missing;
    return {
      commentary: undefined,
      findings: [textFinding('commentary-not-signed', {file, line: 1}, {missing: why.join('; ')})],
    };
  }
  const blocks = markdownBlocks(body);
  const paragraphs = blocks.filter(({kind}) => kind === 'paragraph').map(({line, source}) => ({line, message: source}));
  const findings = [
    ...blocks
      .filter(({kind}) => kind !== 'paragraph')
      .map(({kind, line}) => textFinding('block-not-known', {file, line}, {text: kind})),
    ...paragraphs.flatMap(({line, message}) => {
      const parsed = readMessage({line, source: message});
      return parsed.ok
        ? []
        : [textFinding('message-not-readable', {file, line: parsed.refusal.line}, {why: parsed.refusal.why})];
    }),
  ];
  return {commentary: {...read.data, language, file, paragraphs}, findings};
}
