/** Refusals in English. */
import {chainText} from '#language/chain-text';
import type {RefusalWords} from '#language/refusal-words';
import {adoptionRefusals} from './adoption.ts';
import {attackRefusals} from './attack.ts';
import {backupRefusals} from './backup.ts';
import {checkRefusals} from './check.ts';
import {databaseRefusals} from './database.ts';
import {editionRefusals} from './edition-refusals.ts';
import {tableRefusals} from './linkage.ts';
import {textRefusals} from './text.ts';
import {workbenchRefusals} from './workbench.ts';

export const refusals: RefusalWords = {
  ...editionRefusals,
  ...attackRefusals,
  ...checkRefusals,
  ...adoptionRefusals,
  ...backupRefusals,
  ...databaseRefusals,
  ...tableRefusals,
  ...textRefusals,
  ...workbenchRefusals,
  'no-such-folder': ({path}) => ({
    what: `There is no folder ${path}.`,
    remedy: 'Check the spelling, or make the folder first.',
  }),
  'folder-not-empty': ({path}) => ({
    what: `The folder ${path} is not empty.`,
    remedy: 'Choose a new or an empty folder; nothing was written.',
  }),
  'not-a-folder': ({path}) => ({
    what: `${path} is a file, not a folder.`,
    remedy: 'Name a folder; one that is not there is made. Nothing was written.',
  }),
  'settings-not-readable': ({path}) => ({
    what: `The settings ${path} cannot be read: they are not as \`opgor init\` wrote them.`,
    remedy: 'Mend the file, or put back a copy of it. The register beside it is not touched.',
  }),
  'no-workspace': ({path}) => ({
    what: `${path} is not a workspace.`,
    remedy: 'Make one with `opgor init DIR --profile denmark`, or name one with `--dir`.',
  }),
  'no-such-profile': ({profile, known}) => ({
    what: `There is no profile “${profile}”. Known: ${known.join(', ')}.`,
    remedy: 'Use one of these, or give the path of a folder with a profile.yaml.',
  }),
  'no-key': ({looked}) => ({
    what: `The workspace’s key was not found. Looked in: ${looked.join(', ')}.`,
    remedy: 'Put the key file back, or set OPGOR_KEY to the key on the recovery form.',
  }),
  'key-does-not-fit': () => ({
    what: 'The key is not this workspace’s, or was mistyped.',
    remedy: 'Use the key printed on this workspace’s own recovery form.',
  }),
  'register-in-use': ({path}) => ({
    what: `Another process has the register ${path} open.`,
    remedy: 'Close the other program, or wait until it is done, and try again.',
  }),
  'register-not-readable': ({path, why}) => ({
    what: `The register ${path} cannot be read: ${why}.`,
    remedy: 'Restore it from a copy. The file was not changed.',
  }),
  'file-not-writable': ({path}) => ({
    what: `${path} cannot be written.`,
    remedy: 'Check that the folder exists, is not read-only and has room; close the file in other programs.',
  }),
  'no-permission': ({path}) => ({
    what: `You are not allowed to read and write ${path} and the folder it is in.`,
    remedy:
      'Ask whoever runs the machine for permission to both, or work as the user who owns them; on a read-only disk, move the workspace. The file itself is not faulty.',
  }),
  'file-exists': ({path}) => ({
    what: `There is a file ${path} already.`,
    remedy: 'Give a name that is not taken; nothing was overwritten.',
  }),
  'inside-workspace': ({path, workspace}) => ({
    what: `${path} lies in the workspace ${workspace}, which keeps what it has to itself.`,
    remedy: 'Give a name in another folder; nothing was changed.',
  }),
  'profile-faulty': ({findings}) => ({
    what: `The profile has ${findings.length} ${findings.length === 1 ? 'fault' : 'faults'}.`,
    remedy: 'Mend each in the file and line named, and try again.',
  }),
  'no-such-file': ({file}) => ({what: `There is no file ${file}.`, remedy: 'Check the name and the folder.'}),
  'not-a-file': ({path}) => ({
    what: `${path} is a folder, not a file.`,
    remedy: 'Name the file in it that is meant.',
  }),
  'no-such-source': ({source, known}) => ({
    what: `The profile has no source “${source}”. Known: ${known.join(', ')}.`,
    remedy: 'Name one of these with `--source`.',
  }),
  'empty-file': ({file}) => ({
    what: `${file} is empty.`,
    remedy: 'Choose a file with rows, or ask the sender to send it again; nothing was changed.',
  }),
  'wrong-format': ({file, expected, found, otherSource}) => ({
    what: `${file} should be ${expected}, but is ${STATES.get(found) ?? found}.`,
    remedy:
      otherSource === undefined
        ? found === 'damaged'
          ? 'Ask the agency to send it again, or open it in a spreadsheet program and save it anew; the register is unchanged.'
          : 'Save it in the expected format, or name another source; the register is unchanged.'
        : `It looks like the source ${otherSource}: receive it with --source ${otherSource}. The register is unchanged.`,
  }),
  'not-a-table': ({file, row, fault}) => ({
    what: `${file} cannot be read from row ${row} on: ${FAULTS[fault]}.`,
    remedy: 'Mend the quotation marks in the row, or export the file again; the register is unchanged.',
  }),
  'wrong-encoding': ({file, expected, line}) => ({
    what: `${file} is not in the encoding ${expected} (line ${line}).`,
    remedy: 'Save it in that encoding, or correct `encoding` in the source’s layout; the register is unchanged.',
  }),
  'file-too-large-inside': ({file, limit}) => ({
    what: `${file} unpacks to more than ${Math.round(limit / 1_000_000)} MB.`,
    remedy: 'Such a file is damaged or made to do harm. Ask the agency for another; the register is unchanged.',
  }),
  'columns-missing': ({file, missing, unknown, renamed, otherSource}) => ({
    what: `${file} lacks ${missing.join(', ')}${unknown.length > 0 ? `; it has, unexpectedly, ${unknown.join(', ')}` : ''}.`,
    remedy:
      otherSource === undefined
        ? `${renamed.map(({expected, found}) => `“${found}” may be “${expected}”. `).join('')}Rename the columns, or give the new heading as an alias in the source’s layout; the register is unchanged.`
        : `It looks like the source ${otherSource}: receive it with --source ${otherSource}. The register is unchanged.`,
  }),
  'no-such-sheet': ({file, sheet, found, otherSource}) => ({
    what: `${file} has no sheet “${sheet}”. It has: ${found.join(', ')}.`,
    remedy:
      otherSource === undefined
        ? 'Rename the sheet, or correct `sheet` in the source’s layout; the register is unchanged.'
        : `It looks like the source ${otherSource}: receive it with --source ${otherSource}. The register is unchanged.`,
  }),
  'row-not-waiting': ({row}) => ({
    what: `Row ${row} waits no longer: it has been answered or let go, or a file of the same source has been received since.`,
    remedy: 'See which rows wait now, under Receive.',
  }),
  'duplicate-key': ({file, rows}) => ({
    what: `In ${file} the same key stands in rows ${rows.join(', ')}.`,
    remedy: 'Each row must have its own key. Ask the agency which row is right; the register is unchanged.',
  }),
  'password-protected': ({file}) => ({
    what: `${file} is protected with a password and cannot be read.`,
    remedy: 'Open it where it was made, take the password off (File, Info, Protect) and save a copy.',
  }),
  'reader-gave-up': ({file, seconds}) => ({
    what: `Reading ${file} was given up after ${seconds} seconds.`,
    remedy: 'Open and save it anew in a spreadsheet program, and try again; the register is unchanged.',
  }),
  'recorded-in-the-past': ({given, latest}) => ({
    what: `The recorded time ${given} is before the register’s latest, ${latest}.`,
    remedy: 'Recorded time never runs backwards. Leave out `--recorded-at`, or give a later moment.',
  }),
  'recorded-in-the-future': ({given, now}) => ({
    what: `The recorded time ${given} has not come yet: the clock says ${now}.`,
    remedy: 'Leave out `--recorded-at`, or correct it; nothing was recorded.',
  }),
  'clock-behind-register': ({now, latest}) => ({
    what: `The clock says ${now}, but the register was last added to at ${latest}.`,
    remedy:
      'Set the computer’s clock right. If the clock is right, the register holds a recorded time that never was: restore the copy of it from before. Nothing was recorded.',
  }),
  'too-many-gone': ({file, gone, before, most}) => ({
    what: `${file} lacks ${gone} of the ${before} rows the register has from the source, more than ${percent(most)}: it may be cut short.`,
    remedy:
      'Ask the agency for the whole file. If the rows are meant to be gone, repeat with --accept-withdrawals. The register is unchanged.',
  }),
  'register-empty-then': ({at}) => ({
    what: `At ${at} the register was empty.`,
    remedy: 'Give a later moment with `--as-at`, or leave it out.',
  }),
  'not-answered': () => ({
    what: 'The question was left without an answer.',
    remedy: 'Nothing was changed. Run the command again when you are ready.',
  }),
  'not-confirmed': ({record}) => ({
    what: `Nothing was erased: what was typed is not ${record}.`,
    remedy: 'Run the command again, and type the record number exactly.',
  }),
  'no-identity-policy': ({on}) => ({
    what: `The profile does not say how it is found out who is the same person on ${on}.`,
    remedy: 'Write linkage.yaml in the profile (docs/method/review.md).',
  }),
  'pair-not-waiting': ({on, other}) => ({
    what: `${on} and ${other} do not wait for you.`,
    remedy: 'See opgor review --json for those that do; nobody answers the same pair twice.',
  }),
  'one-record': ({record}) => ({
    what: `${record} is one record.`,
    remedy: 'Name two records.',
  }),
  'nothing-decided': ({on, other}) => ({
    what: `Nothing that stands was decided of ${on} and ${other}.`,
    remedy: 'See what was decided with `opgor why RECORD`.',
  }),
  'decided-meanwhile': ({on, other, by}) => ({
    what: `${by} has decided ${on} and ${other} anew while you looked at them. Nothing is taken back.`,
    remedy: 'Look at the decision that stands now before you take it back.',
  }),
  'identity-contradiction': ({on, other, verdict, chain}) => ({
    what: `${on} and ${other} cannot be ${verdict === 'different' ? 'different persons' : 'one person'}, since it stands that ${chainText(chain)}.`,
    remedy: 'Take one of these back first: `opgor decide RECORD OTHER --take-back --reason TEXT`.',
  }),
  'no-such-person': ({record}) => ({
    what:
      record === undefined
        ? 'That is not a record number: P-, digits, and a check character.'
        : `The register has no person ${record}.`,
    remedy: 'Check the record number; its last character guards against mistyping.',
  }),
  'identity-damaged': ({record}) => ({
    what: `The identity in ${record} is damaged and cannot be opened.`,
    remedy: 'Restore the register from a copy. What is counted is not affected.',
  }),
  'person-erased': ({record}) => ({
    what: `The identity of ${record} has been erased.`,
    remedy: 'The facts that count remain; the identity cannot be brought back.',
  }),
  'nothing-to-withdraw': () => ({
    what: 'There is no standing fact to withdraw or reverse.',
    remedy: 'List the person’s facts with `opgor why RECORD`.',
  }),
  'unknown-code': ({concept, known}) => ({
    what: `What was given for ${concept} is not among what it can be.`,
    remedy: `Known: ${known.join(', ')}.`,
  }),
  'impossible-value': ({field, rule}) => ({
    what: `The value of ${field} is not possible: ${rule}.`,
    remedy: 'Correct it and try again; nothing was recorded.',
  }),
  'nothing-to-count': ({period}) => ({
    what: `The register holds nothing to count in ${period}.`,
    remedy: 'Receive the agencies’ files first, or ask for another period.',
  }),
  'no-such-table': ({table, known}) => ({what: `There is no table “${table}”.`, remedy: `Known: ${known.join(', ')}.`}),
  'no-such-format': ({format, known}) => ({
    what: `There is no format “${format}”.`,
    remedy: `Known: ${known.join(', ')}.`,
  }),
  'findings-stand': ({findings}) => ({
    what: `${findings.length} ${findings.length === 1 ? 'finding stands' : 'findings stand'} in the way of a release.`,
    remedy:
      'Mend them, or compile without `--strict`: a draft shows what it finds where it stands, or at its head; `opgor profile check` shows the faults of a text. An internal edition goes out over them with `--over-findings --reason TEXT`.',
  }),
  'link-policy-faulty': ({file, findings}) => ({
    what: `The policy ${file} has ${findings.length} ${findings.length === 1 ? 'fault' : 'faults'}:`,
    remedy: 'Mend it at the line named; `opgor link --help` shows an example, docs/method/linkage.md every setting.',
  }),
  'no-header': ({file, wanted}) => ({
    what: `The first row of ${file} has none of the columns that the policy names: ${wanted.join(', ')}.`,
    remedy: 'Give the file a first row with the names of its columns, or name them in the policy as the file has them.',
  }),
  'no-such-column': ({file, column, known}) => ({
    what: `${file} has no column “${column}”. It has: ${known.join(', ')}.`,
    remedy: 'Name one of these in the policy.',
  }),
  'no-such-blocking-key': ({file, key, known}) => ({
    what: `Nothing can be blocked on “${key}” (${file}).`,
    remedy: `Name some of these under \`blocking\`: ${known.join(', ')}; or leave it out, and rules are chosen.`,
  }),
  'more-than-one-key': ({file, column, keys}) => ({
    what: `The column “${column}” of ${file} was encoded in ${keys} ways: with different keys, spellings (\`folding\`), or once as tokens and once as filters.`,
    remedy:
      'Have the agencies encode their lists again with one key, one policy and one `--as` (`opgor encode`), and put those together. Nothing was linked.',
  }),
  'already-encoded': ({file, field}) => ({
    what: `The field “${field}” in ${file} is encoded already.`,
    remedy:
      'Encode the list as it was before, with its kinds `name`, `date` …; what is encoded is linked with `opgor link`.',
  }),
  'no-id-column': ({file}) => ({
    what: `${file} names no column with the id that is to be sent.`,
    remedy: 'Name it under `id` in the policy, or leave out `--id`: a record is then named by its row.',
  }),
  'not-a-key': ({path}) => ({
    what: `${path} is not a key.`,
    remedy:
      'Name the file made with `opgor encode --new-key FILE`, as it was; if it was typed from paper, check it letter by letter.',
  }),
  'key-in-the-open': () => ({
    what: 'The key itself was given, and not the name of its file; it is now in the history of this terminal.',
    remedy: 'Make a new one with `opgor encode --new-key FILE`, and give `--key FILE`.',
  }),
  'periods-differ': ({from, to}) => ({
    what: `${from} and ${to} are of different periods: their tables count other things.`,
    remedy: 'Compare editions of one period, or an edition with `now`.',
  }),
  'not-the-earlier': ({from, to}) => ({
    what: `${from} is not the earlier of the two: ${to} was read from the register before it.`,
    remedy: 'Name the earlier one first.',
  }),
  'disclosure-not-proven': () => ({
    what: 'A public edition is refused until its disclosure control can be proven.',
    remedy: 'Compile an internal edition; it is marked so on every page.',
  }),
  'policy-changes-figures': ({on}) => ({
    what: `The policy in force on ${on} changes figures instead of withholding them, so no plan keeps more of them.`,
    remedy: 'Ask for a year whose policy withholds figures.',
  }),
  'cannot-print-here': () => ({
    what: 'This machine makes no PDF files: the library for it is not published for machines of this kind.',
    remedy: 'Ask for other media (`--media html,docx`), and release editions on a machine with Linux.',
  }),
  'no-further-table': ({table, because, known}) => ({
    what: `No table \`${table}\` can be asked of: ${NO_TABLE[because]}.`,
    remedy:
      known.length > 0
        ? `There is: ${known.join(', ')}.`
        : 'Name a unit and the concepts that divide it: `--also person:nationality,sex`.',
  }),
  'no-public-policy': ({on}) => ({
    what: `The profile does not say what may be made public on ${on}.`,
    remedy: 'Add a policy with `edition: public` under `disclosure` in `policies.yaml` (docs/method/disclosure.md).',
  }),
  'language-not-in-profile': ({language, known}) => ({
    what: `The profile has no statement in “${language}”. It has: ${known.join(', ')}.`,
    remedy: 'Choose one of these with `--language`.',
  }),
};

const percent = (share: number) => `${Math.round(share * 100)} per cent`;

const NO_TABLE = {
  'no-such-unit': 'the profile has no such unit',
  'no-such-concept': 'the profile has no such concept',
  twice: 'a concept is named twice',
  'is-there': 'the statement has that table already',
  nobody: 'the period has no such units',
  'withholds-nothing': 'the policy in force withholds nothing',
};

const FAULTS = {
  'quote-not-closed': 'a quotation mark is never closed',
  'quote-inside-cell': 'text follows a closed quotation mark',
  'endless-line': 'a line has no end',
} as const;

const STATES: ReadonlyMap<string, string> = new Map([
  ['damaged', 'damaged'],
  ['encrypted', 'locked with a password'],
  ['XLS', 'an old workbook (XLS), or one locked with a password'],
]);
