/** What is said of backups, recovery keys and drills, in English. */
import type {BackupRefusal} from '#concepts/backup-refusal';
import type {BackupWords} from '#language/backup-words';
import type {RefusalWords} from '#language/refusal-words';

const n = (number: number) => number.toLocaleString('en');
const s = (number: number, one: string) => `${n(number)} ${one}${number === 1 ? '' : 's'}`;
const places = (all: readonly number[]) => `word${all.length === 1 ? '' : 's'} ${all.join(', ')}`;
const seconds = (time: number) => `${time.toLocaleString('en', {maximumFractionDigits: 1})} seconds`;

export const backup: BackupWords = {
  written: (place, version) => `Backed up to ${place}: version ${version}.`,
  unchanged: (place, version) => `${place} has everything already, in version ${version}.`,
  behind: (place, since, why) => `The backup at ${place} has been behind since ${since}. ${why}`,
  workDone: 'The work itself is done and kept.',
  noPaper:
    'No recovery key is issued: only the recovery form opens the backup. Print papers with `opgor key issue NAME`.',
  thinned: (versions) => `${s(versions, 'older version')} taken away, as the settings say.`,
  erasedGone: (versions) => `${s(versions, 'version')} taken away in which somebody still opened who has been erased.`,
  profileFaulty: 'The profile is faulty, and was written as it stands:',
  profileAsItWas: 'The profile is faulty, and was brought back as it was:',
  versionLine: (version, made, files, bytes) => `${version}  ${made}  ${s(files, 'file')}, ${n(bytes)} bytes`,
  versionState: {damaged: 'damaged', sealed: 'cannot be looked into without the workspace’s key'},
  newerProgram: (program) => `made by a newer program, opgor ${program}`,
  noVersions: 'There is no version yet: `opgor backup`.',
  lastDrill: (day, time, by) => `The restore was last rehearsed on ${day}, in ${seconds(time)}, by ${by}.`,
  noDrill: 'The restore has never been rehearsed: `opgor drill`.',
  issued: (key, enough, of) =>
    of === 1
      ? `Recovery key ${key}: one paper, which opens the backup alone.`
      : `Recovery key ${key}: ${n(of)} papers, of which any ${n(enough)} open the backup together.`,
  paperTitle: (number, of, holder) => `RECOVERY PAPER ${n(number)} of ${n(of)}: ${holder}`,
  paperAdvice:
    'Write or print the papers now: they are shown once and kept nowhere. Keep each apart from the backup and from the others.',
  replaced: (keys) => `Takes the place of ${keys.join(', ')}: what is written from now on does not open with them.`,
  revoked: (key, holders) =>
    `${key} (${holders.join(', ')}) opens no place that is written from now on. Whoever copied a place before can still open that copy with its papers: destroy them.`,
  keyLine: (key, enough, holders, day) => `${key}  ${n(enough)} of ${n(holders.length)}: ${holders.join(', ')}; ${day}`,
  noKeys: 'No recovery key is issued: `opgor key issue NAME`.',
  typePaper: (words) => `Type the ${n(words)} words of the paper, or the recovery form:`,
  typeMore: (typed, words) => `${n(typed)} of ${n(words)} words so far; go on:`,
  typeAnother: (given, enough) =>
    `${n(given)} of the ${n(enough)} papers it takes so far. Type the words of another paper:`,
  corrected: (all, paper) => `Paper ${n(paper)}: ${places(all)} mistyped; the check words leave one reading.`,
  restored: (folder, version, made) => `Restored to ${folder}: version ${version}, as it was at ${made}.`,
  couldRestore: (version, made) =>
    `A dry run: version ${version}, as it was at ${made}, can be restored. Nothing was kept.`,
  proof: (files, rows) =>
    `Proven: ${s(files, 'file')} byte for byte, ${s(rows, 'row')} of the register in every table, the log of editions line by line.`,
  proofEdition: (edition) =>
    edition === undefined
      ? 'No edition has been released yet whose figures could be compiled again.'
      : `The figures of ${edition} were compiled again from it, and are the same.`,
  proofDiffers: (what) => `Not as it was: ${what.join(', ')}.`,
  keyKept: (path) => `The workspace’s key is kept in ${path}.`,
  drilled: (time, version) =>
    `The drill went well: version ${version} restored and proven in ${seconds(time)}, from the backup and the paper alone.`,
  drillRecorded: (recorded) =>
    recorded ? 'It is recorded in the workspace.' : 'There is no workspace here to record it in.',
  forgot: (versions, bytes, place, dryRun) =>
    `${dryRun ? 'A dry run: would take away' : 'Taken away:'} ${s(versions, 'version')} at ${place}, ${n(bytes)} bytes.`,
  forgotPlace: (place, reached, dryRun) => {
    const what = dryRun ? `${place} would no longer be written.` : `${place} is no longer written.`;
    return reached
      ? what
      : `${what} It is not there, so nothing on it is taken away: it opens with the papers of its time.`;
  },
  leftThere: (versions, from, to) =>
    versions === 0
      ? 'No version is left there.'
      : `Left there: ${s(versions, 'version')}, from ${from}${from === to ? '' : ` to ${to}`}.`,
  opens: (version, place) => `Every byte of ${version} at ${place} was read and opens.`,
  nothingOpens: 'No version that opens is left.',
  stillWritten: (all) =>
    all.length === 0
      ? 'No place for backups is left: `opgor backup to PLACE`.'
      : `Every change is written to ${all.join(', ')}.`,
  handedOver: (path) => `The hand-over document is ${path}.`,
};

export const backupRefusals: Pick<RefusalWords, BackupRefusal['reason']> = {
  'no-backup-place': () => ({
    what: 'The workspace has no place for backups.',
    remedy: 'Name a folder on another disk with `opgor backup to PLACE`.',
  }),
  'place-not-there': ({place}) => ({
    what: `${place} is not there.`,
    remedy: 'Plug it in, or connect to it; then `opgor backup`.',
  }),
  'place-full': ({place}) => ({
    what: `${place} is full. What was there before is whole.`,
    remedy: 'Make room or take another place; then `opgor backup`.',
  }),
  'place-not-writable': ({place}) => ({
    what: `${place} cannot be written. What was there before is whole.`,
    remedy: 'Check that it is not read-only and that you may write there; then `opgor backup`.',
  }),
  'no-backup-there': ({place, workspaces}) => ({
    what:
      workspaces.length === 0
        ? `There is no backup in ${place}.`
        : `${place} holds backups of: ${workspaces.join(', ')}.`,
    remedy:
      workspaces.length === 0
        ? 'Name the folder in which `opgor-…` lies.'
        : 'Name one of the folders `opgor-…` in it; nothing was written.',
  }),
  'no-such-version': ({version, known}) => ({
    what: `There is no version ${version}.`,
    remedy: known.length === 0 ? 'The backup is empty.' : `The newest are: ${known.slice(-5).join(', ')}.`,
  }),
  'backup-damaged': ({version, file, whole}) => ({
    what: `Version ${version} is damaged: ${file} is not as it was written.`,
    remedy:
      whole === undefined
        ? 'No other version here is whole. Try another place.'
        : `The newest whole version is ${whole}: give --version ${whole}. Nothing was written.`,
  }),
  'last-version': ({place}) => ({
    what: `After that no version that opens would be left: what is to go at ${place} is the last.`,
    remedy:
      'Back up first (`opgor backup`, `opgor backup to PLACE`); or say so with --even-the-last. Nothing was taken away.',
  }),
  'backup-newer': ({version, program}) => ({
    what: `Version ${version} was made by a newer program, opgor ${program}.`,
    remedy: `Use opgor ${program} or later.`,
  }),
  'restored-otherwise': ({version, differing}) => ({
    what: `Version ${version} was read, but is not proven: ${differing.join(', ')}.`,
    remedy: 'Restore it, look at `opgor verify`, and ask the maintainers. The drill is not recorded.',
  }),
  'paper-words-missing': ({words, of}) => ({
    what: `That is ${s(words, 'word')}; a paper has ${n(of)}.`,
    remedy: 'Type every word, in order; `?` for one that cannot be read.',
  }),
  'paper-not-readable': ({strange}) => ({
    what: `The words are not those of a paper${strange.length === 0 ? '' : `: ${places(strange)} ${strange.length === 1 ? 'is' : 'are'} on none`}. Too many differ to say which was meant.`,
    remedy: 'Compare each word with the paper, in order. Nothing is guessed.',
  }),
  'paper-of-another': ({key, known}) => ({
    what: `The paper is of the key ${key}, which does not open this backup. It opens with: ${known.length === 0 ? 'the recovery form' : known.join(', ')}.`,
    remedy: 'Take a paper of this workspace; revoked ones no longer open.',
  }),
  'papers-do-not-match': ({keys}) => ({
    what: `The papers are of different keys: ${keys.join(', ')}.`,
    remedy: 'Take papers of one key.',
  }),
  'papers-too-few': ({key, given, enough}) => ({
    what: `${s(given, 'paper')} of the key ${key} ${given === 1 ? 'is' : 'are'} given; it takes ${n(enough)}.`,
    remedy: 'Give another holder’s paper as well.',
  }),
  'paper-does-not-open': ({key}) => ({
    what: `The key ${key} does not open this backup: it is another key’s paper, or \`keys.json\` was altered.`,
    remedy: 'Try the recovery form, another paper, or another place.',
  }),
  'no-such-recovery-key': ({key, known}) => ({
    what: `There is no recovery key ${key}.`,
    remedy: known.length === 0 ? 'None is issued.' : `There are: ${known.join(', ')}.`,
  }),
  'recovery-keys-altered': ({path}) => ({
    what: `${path} is not as this workspace signed it.`,
    remedy: 'Put it back from a backup (`opgor restore … --to`); nothing is wrapped to a key that nobody vouches for.',
  }),
  'impossible-split': ({enough, of, most}) => ({
    what: `A key cannot be split so that ${n(enough)} of ${n(of)} open it.`,
    remedy: `Name up to ${n(most)} holders, and let at least one and at most all of them be needed.`,
  }),
};
