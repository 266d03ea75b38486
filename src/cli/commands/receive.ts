/** `opgor receive FILE --source ID`: an agency's file into the register, and its receipt. */
import {done} from '#kit/outcome';
import {receiveInto} from '#production/casework';
import type {Command} from '../command.ts';
import {instantOf, isMisuse, pairsOf} from '../options.ts';
import {receiptJson, receiptText} from '../print-receipt.ts';

export const receive: Command = {
  name: 'receive',
  positionals: [{name: 'FILE', required: true}],
  options: {
    source: {type: 'string', value: 'ID'},
    'dry-run': {type: 'boolean'},
    'control-total': {type: 'string', multiple: true, value: 'NAME=N'},
    errors: {type: 'string', value: 'FILE'},
    'accept-withdrawals': {type: 'boolean'},
    'recorded-at': {type: 'string', value: 'MOMENT'},
    by: {type: 'string', value: 'NAME'},
  },
  example: 'opgor receive us-afgoerelser-2013.csv --source us --control-total persons=60 --dry-run',
  async run(given, {effects, folder, language, progress, resolve}) {
    const source = given.option('source');
    if (source === undefined) return {misuse: language.cli.misuse.missing('--source')};
    const recordedAt = instantOf(given, 'recorded-at', language);
    if (isMisuse(recordedAt)) return recordedAt;
    const pairs = pairsOf(given, 'control-total', language);
    if (isMisuse(pairs)) return pairs;
    const wrong = Object.entries(pairs).find(([, value]) => !/^\d+$/.test(value));
    if (wrong !== undefined)
      return {misuse: language.cli.misuse.notAllowed('--control-total', wrong.join('='), `${wrong[0]}=60`)};
    const errors = given.option('errors');
    const receipt = await receiveInto(
      folder,
      {
        path: resolve(given.positionals[0] ?? ''),
        source,
        controlTotals: Object.fromEntries(Object.entries(pairs).map(([name, value]) => [name, Number(value)])),
        recordedAt,
        recordedBy: given.option('by') ?? effects.user(),
        dryRun: given.flag('dry-run'),
        acceptWithdrawals: given.flag('accept-withdrawals'),
        errors: errors === undefined ? undefined : resolve(errors),
      },
      effects,
      progress,
    );
    if (!receipt.ok) return receipt;
    const written =
      errors === undefined || receipt.value.rows.held === 0
        ? ''
        : `\n  ${language.answers.errorsWritten(resolve(errors))}`;
    return done({
      json: {receipt: receiptJson(receipt.value, language)},
      text: receiptText(receipt.value, language) + written,
    });
  },
};
