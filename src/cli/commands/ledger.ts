/** `opgor ledger [RECORD]`: which editions counted a person, which is casework; or in sum, what became of each edition. */
import {done} from '#kit/outcome';
import {personLedger} from '#production/ledger';
import {ledger as ledgerInSum} from '#production/ledger-sum';
import type {Command} from '../command.ts';
import {personLedgerText, sumLedgerText} from '../print-ledger.ts';

export const ledger: Command = {
  name: 'ledger',
  positionals: [{name: 'RECORD', required: false}],
  options: {},
  example: 'opgor ledger P-000012-4',
  async run(given, {effects, folder, language}) {
    const [record] = given.positionals;
    if (record === undefined) {
      const sums = await ledgerInSum(folder, effects);
      return sums.ok ? done({json: {editions: sums.value}, text: sumLedgerText(sums.value, language)}) : sums;
    }
    const person = await personLedger(folder, record, effects);
    return person.ok ? done({json: {...person.value}, text: personLedgerText(person.value, language)}) : person;
  },
};
