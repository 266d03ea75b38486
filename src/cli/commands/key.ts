/** `opgor key issue|list|revoke|rotate`: recovery keys, on paper, for the day on which a key, a disk or a person is lost. */
import {done} from '#kit/outcome';
import type {Language} from '#language/language';
import {type Issued, issueKey, readRecovery, revokeKey} from '#production/recovery-keys';
import {openWorkspace} from '#production/workspace';
import type {Command, Context, Given} from '../command.ts';
import {recoveryFrame} from '../recovery-text.ts';

const ISSUES = {
  positionals: [{name: 'HOLDERS…', required: true, many: true}],
  options: {any: {type: 'string', value: 'NUMBER'}},
} as const;

export const keyIssue: Command = {
  name: 'key issue',
  ...ISSUES,
  example: 'opgor key issue "Anne Holm" "Bo Lind" "The archive" --any 2',
  run: (given, context) => issue(given, context, false),
};

export const keyRotate: Command = {
  name: 'key rotate',
  ...ISSUES,
  example: 'opgor key rotate "Anne Holm" "Bo Lind" "The archive" --any 2',
  run: (given, context) => issue(given, context, true),
};

async function issue(given: Given, {effects, folder, language}: Context, replaces: boolean) {
  const holders = given.positionals.map((one) => one.trim()).filter((one) => one !== '');
  const any = given.option('any') ?? String(Math.min(2, holders.length));
  if (!/^\d{1,2}$/.test(any)) return {misuse: language.cli.misuse.notAllowed('--any', any, '2')};
  const issued = await issueKey(folder, {holders, enough: Number(any), replaces}, effects);
  if (!issued.ok) return issued;
  const {key, revoked} = issued.value;
  // The words are not part of the answer to a program: they would be in its log.
  return done({
    json: {key: key.id, enough: key.enough, holders: key.holders, issued: key.issued, revoked},
    text: issuedText(issued.value, language),
  });
}

function issuedText({key, papers, revoked}: Issued, {backup: words}: Language): string {
  return [
    words.issued(key.id, key.enough, papers.length),
    ...(revoked.length === 0 ? [] : [words.replaced(revoked)]),
    '',
    ...papers.flatMap((paper, i) => [
      words.paperTitle(i + 1, papers.length, paper.holder),
      recoveryFrame(rowsOf(paper.words)),
      '',
    ]),
    words.paperAdvice,
  ].join('\n');
}

const COLUMNS = 4;

/** Numbered along each row. */
function rowsOf(words: readonly string[]): readonly string[] {
  const numbered = words.map((word, i) => `${String(i + 1).padStart(2)}. ${word.padEnd(10)}`);
  const rows = Math.ceil(words.length / COLUMNS);
  return Array.from({length: rows}, (_, row) =>
    numbered
      .slice(row * COLUMNS, (row + 1) * COLUMNS)
      .join(' ')
      .trimEnd(),
  );
}

export const keyList: Command = {
  name: 'key list',
  positionals: [],
  options: {},
  example: 'opgor key list',
  async run(_, {folder, language}) {
    const workspace = await openWorkspace(folder);
    if (!workspace.ok) return workspace;
    const file = await readRecovery(folder);
    const {backup: words} = language;
    const keys = file?.keys ?? [];
    const last = file?.drills.at(-1);
    const lines = keys.map(({id, enough, holders, issued}) => words.keyLine(id, enough, holders, issued.slice(0, 10)));
    const drilled = last === undefined ? words.noDrill : words.lastDrill(last.at.slice(0, 10), last.seconds, last.by);
    const json = keys.map(({id, enough, holders, issued}) => ({key: id, enough, holders, issued}));
    return done({
      json: {keys: json, lastDrill: last?.at ?? null},
      text: [...(lines.length === 0 ? [words.noKeys] : lines), drilled].join('\n'),
    });
  },
};

export const keyRevoke: Command = {
  name: 'key revoke',
  positionals: [{name: 'KEY', required: true}],
  options: {},
  example: 'opgor key revoke 3fa9',
  async run(given, {effects, folder, language}) {
    const revoked = await revokeKey(folder, (given.positionals[0] ?? '').trim().toLowerCase(), effects);
    if (!revoked.ok) return revoked;
    const {id, holders} = revoked.value;
    return done({json: {key: id, holders}, text: language.backup.revoked(id, holders)});
  },
};
