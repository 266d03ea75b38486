/** `opgor verify FOLDER`: whether an edition is as it was released; without a folder, whether all of the workspace's are. */
import {done} from '#kit/outcome';
import type {Language} from '#language/language';
import {checkWorkspace} from '#production/edition-check';
import {type Verified, verifyFolder} from '#production/edition-verify';
import {openWorkspace} from '#production/workspace';
import type {Command} from '../command.ts';

export const verify: Command = {
  name: 'verify',
  positionals: [{name: 'FOLDER', required: false}],
  options: {key: {type: 'string', value: 'ID'}},
  example: 'opgor verify 2013-internal-1 --key 0f3a5c7e9b1d2f4a6c8e0b2d4f6a8c0e',
  async run(given, {effects, folder, language, resolve}) {
    const {editions: words, cli} = language;
    const [named] = given.positionals;
    const key = given.option('key')?.trim().toLowerCase();
    if (key !== undefined && !/^[0-9a-f]{32}$/.test(key))
      return {misuse: cli.misuse.notAllowed('--key', key, '32 × 0-9 a-f')};
    if (named !== undefined) {
      const verified = await verifyFolder(resolve(named), {key});
      return verified.ok
        ? done({json: {...verified.value}, text: verifiedText(verified.value, key, language)})
        : verified;
    }
    const workspace = await openWorkspace(folder);
    if (!workspace.ok) return workspace;
    const checked = await checkWorkspace(folder, effects.now());
    if (!checked.ok) return checked;
    const {editions, events, key: own} = checked.value;
    const text = [words.checked(editions, events), ...(own === undefined ? [] : [words.ownKey(own)])].join('\n');
    return done({json: {editions, events, key: own ?? null}, text});
  },
};

function verifiedText({edition, files, key, signed}: Verified, given: string | undefined, language: Language): string {
  const {editions: words} = language;
  return [
    words.verified(edition, files, key),
    ...signed.map(({kind, by, at}) => `  ${words.signed[kind](by, at.slice(0, 10))}`),
    ...(given === undefined ? [words.compareKey] : []),
  ].join('\n');
}
