/** `opgor demo`: the Danish 2013 statement from synthetic agency files, start to end. */
import {done} from '#kit/outcome';
import {demo as runDemo} from '#production/demo';
import type {Command} from '../command.ts';
import {isMisuse, mediaOf} from '../options.ts';
import {compiledJson, compiledText} from '../print-compiled.ts';
import {receiptJson, receiptText} from '../print-receipt.ts';

export const demo: Command = {
  name: 'demo',
  positionals: [],
  options: {out: {type: 'string', value: 'DIR'}, media: {type: 'string', value: 'html,pdf,docx'}},
  example: 'opgor demo --out opgor-demo',
  async run(given, {effects, language, progress, resolve}) {
    const out = resolve(given.option('out') ?? 'opgor-demo');
    const media = mediaOf(given, language);
    if (isMisuse(media)) return media;
    const request = {example: 'denmark-2013', profile: 'denmark', year: 2013, out, media};
    const ran = await runDemo(request, effects, progress);
    if (!ran.ok) return ran;
    const {receipts, compiled, workspace} = ran.value;
    return done({
      json: {workspace, receipts: receipts.map((one) => receiptJson(one, language)), statement: compiledJson(compiled)},
      text: [
        language.answers.demoData,
        ...receipts.map((receipt) => receiptText(receipt, language)),
        compiledText(compiled, language),
        language.answers.openIt(out),
      ].join('\n'),
    });
  },
};
