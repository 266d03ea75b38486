/** Reads a commentary: YAML head with its place, period, signature and what it explains; then paragraphs of messages. */
import * as z from 'zod';
import type {Finding} from '#concepts/finding';
import type {LanguageTag} from '#concepts/labels';
import {parsePlainDate} from '#kit/plain-date';
import type {Commentary} from './commentary.ts';
import {splitFrontMatter, textOf} from './front-matter.ts';
import {readMessage} from './message-model.ts';
import {parseBlocks} from './read-outline.ts';
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
  const nodes = parseBlocks(body);
  const unknown = nodes.filter(({type}) => type !== 'paragraph');
  const paragraphs = nodes
    .filter(({type}) => type === 'paragraph')
    .map(({position}) => ({
      line: position?.start.line ?? 1,
      message: body.slice(position?.start.offset, position?.end.offset),
    }));
  const findings = [
    ...unknown.map(({type, position}) =>
      textFinding('block-not-known', {file, line: position?.start.line ?? 1}, {text: type}),
    ),
    ...paragraphs.flatMap(({line, message}) => {
      const parsed = readMessage({line, source: message});
      return parsed.ok
        ? []
        : [textFinding('message-not-readable', {file, line: parsed.refusal.line}, {why: parsed.refusal.why})];
    }),
  ];
  return {commentary: {...read.data, language, file, paragraphs}, findings};
}
