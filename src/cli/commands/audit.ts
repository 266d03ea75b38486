/** `opgor audit verify` and `opgor audit excerpt`: whether the access log holds together, and what it says of one person. */
import {parseRecordNumber} from '#concepts/record-number';
import {done, refuse} from '#kit/outcome';
import {checkAccessLog} from '#production/access-log';
import {anchorPath, checkAnchors} from '#production/log-anchor';
import {excerpt} from '#production/log-excerpt';
import {settingsOf} from '#production/workspace';
import type {Command} from '../command.ts';

/** Every line follows from the one before, or the first that does not is named; and each is where an anchor says it was. */
export const auditVerify: Command = {
  name: 'audit verify',
  positionals: [],
  options: {anchor: {type: 'string', value: 'FILE'}},
  example: 'opgor audit verify --anchor /mnt/elsewhere/anchors --dir cases',
  async run(given, {folder, language, resolve}) {
    const checked = await checkAccessLog(folder);
    if (!checked.ok) return checked;
    const {number, head} = checked.value;
    const holds = language.cli.logHolds(number, head ?? '–');
    const named = given.option('anchor');
    const laid = (await settingsOf(folder))?.['log-anchor'];
    if (named === undefined && laid === undefined)
      return done({json: {events: number, head, anchors: null}, text: holds});
    const path = named === undefined ? anchorPath(folder, laid ?? '') : done(resolve(named));
    if (!path.ok) return path;
    const anchors = await checkAnchors(checked.value, path.value);
    if (!anchors.ok) return anchors;
    const text = `${holds}\n${language.cli.anchorsHold(anchors.value)}`;
    return done({json: {events: number, head, anchors: anchors.value}, text});
  },
};

export const auditExcerpt: Command = {
  name: 'audit excerpt',
  positionals: [{name: 'RECORD', required: true}],
  options: {},
  example: 'opgor audit excerpt P-000012-4 --dir cases',
  async run(given, {folder, language}) {
    const record = parseRecordNumber(given.positionals[0] ?? '');
    if (record === undefined) return refuse({reason: 'no-such-person', record});
    const told = await excerpt(folder, record);
    if (!told.ok) return told;
    const {records, events} = told.value;
    const {verbs, log} = language.workbench;
    const said: Readonly<Record<string, string>> = verbs;
    const lines = events.map(({at, verb, answer, beyond}) =>
      [
        `${at.slice(0, 16).replace('T', ' ')} UTC`,
        said[verb] ?? verb,
        log.answers[answer],
        ...(beyond ? [language.cli.beyond] : []),
      ].join('  '),
    );
    return done({
      json: {records, events},
      text: [language.cli.excerpt(records.join(', '), lines.length), ...lines].join('\n'),
    });
  },
};
