/** `opgor encode`: what an agency runs so that it can send a list without names; needs no workspace and keeps nothing. */
import {done} from '#kit/outcome';
import {ENCODED_AS, encodeTable, makeExchangeKey, NAMED_BY} from '#production/encode-table';
import type {Command, Context} from '../command.ts';
import {encodedJson, encodedText} from '../print-encoded.ts';

export const encode: Command = {
  name: 'encode',
  positionals: [{name: 'FILE.csv', required: false}],
  options: {
    policy: {type: 'string', value: 'FILE'},
    key: {type: 'string', value: 'FILE'},
    as: {type: 'string', value: ENCODED_AS.join('|')},
    out: {type: 'string', value: 'FILE'},
    id: {type: 'string', value: NAMED_BY.join('|')},
    'dry-run': {type: 'boolean'},
    'new-key': {type: 'string', value: 'FILE'},
  },
  example:
    'opgor encode persons.csv --policy policy.yaml --key exchange.key --as filters --out encoded.csv > link.yaml',
  async run(given, context) {
    const {language, progress, resolve} = context;
    const {misuse} = language.cli;
    const [file] = given.positionals;
    const fresh = given.option('new-key');
    if (fresh !== undefined)
      return file === undefined ? newKey(resolve(fresh), context) : {misuse: misuse.tooMany(file)};
    if (file === undefined) return {misuse: misuse.missing('FILE.csv')};
    const [policy, key, out] = [given.option('policy'), given.option('key'), given.option('out')];
    if (policy === undefined) return {misuse: misuse.missing('--policy FILE')};
    if (key === undefined) return {misuse: misuse.missing('--key FILE')};
    if (out === undefined) return {misuse: misuse.missing('--out FILE')};
    const [saidAs, saidId] = [given.option('as'), given.option('id') ?? 'row'];
    if (saidAs === undefined) return {misuse: misuse.missing(`--as ${ENCODED_AS.join('|')}`)};
    const as = ENCODED_AS.find((known) => known === saidAs);
    if (as === undefined) return {misuse: misuse.notAllowed('--as', saidAs, ENCODED_AS.join(', '))};
    const id = NAMED_BY.find((known) => known === saidId);
    if (id === undefined) return {misuse: misuse.notAllowed('--id', saidId, NAMED_BY.join(', '))};
    const dryRun = given.flag('dry-run');
    const paths = {file: resolve(file), policyFile: resolve(policy), keyFile: resolve(key), out: resolve(out)};
    const encoded = await encodeTable({...paths, as, id, dryRun}, progress);
    if (!encoded.ok) return encoded;
    const said = {...encoded.value, out: paths.out, as, id, written: !dryRun};
    return done({json: encodedJson(said), text: given.flag('json') ? '' : encodedText(said, language)});
  },
};

async function newKey(path: string, {effects, language}: Context) {
  const made = await makeExchangeKey(path, effects);
  return made.ok ? done({json: {keyFile: made.value}, text: language.linkage.encoded.newKey(made.value)}) : made;
}
