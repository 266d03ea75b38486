import type {EditionRule, Facts} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

/** Which edition, where several are checked at once. */
const of = ({edition}: Facts) => (edition === undefined ? '' : `${edition}: `);

export const editionFindings: WordsFor<EditionRule> = {
  'manifest-missing': (facts) => ({
    what: `${of(facts)}There is no manifest.json that says what an edition should hold.`,
    remedy: 'Name the folder of an edition, as it was handed out.',
  }),
  'manifest-altered': (facts) => ({
    what: `${of(facts)}manifest.json is not what was signed: it, or its signature, has been altered.`,
    remedy: 'Believe nothing in the folder; ask the office for another copy.',
  }),
  'signature-missing': (facts) => ({
    what: `${of(facts)}${facts.file} is missing or cannot be read: nothing shows who the manifest is from.`,
    remedy: 'An edition that waits for approval is not signed yet; else ask the office for another copy.',
  }),
  'foreign-key': (facts) => ({
    what: `${of(facts)}The folder is signed with the key ${facts.found}, not with ${facts.expected}.`,
    remedy: 'Somebody else has signed it. Compare with the key the office has made known.',
  }),
  'approval-not-signed': (facts) => ({
    what: `${of(facts)}What ${facts.by} is said to have signed does not fit what is in the manifest.`,
    remedy: 'Ask the person named, and the office for another copy.',
  }),
  'file-missing': (facts) => ({
    what: `${of(facts)}${facts.file} is missing.`,
    remedy: 'Ask the office for another copy.',
  }),
  'file-extra': (facts) => ({
    what: `${of(facts)}${facts.file} is no part of the edition.`,
    remedy: 'Take it out; the manifest does not know it.',
  }),
  'file-altered': (facts) => ({
    what: `${of(facts)}${facts.file} has been altered.`,
    remedy: 'Ask the office for another copy.',
  }),
  'log-line-torn': ({line}) => ({
    what: `Line ${line} of the log, the last, is cut short.`,
    remedy: 'Restore the log from a copy.',
  }),
  'log-line-altered': ({line}) => ({
    what: `Line ${line} of the log is not what was signed.`,
    remedy: 'Restore the log from a copy, and find out who changed it.',
  }),
  'log-line-missing': ({line}) => ({
    what: `Before line ${line} of the log something was taken out, put in or changed places.`,
    remedy: 'Restore the log from a copy, and find out who changed it.',
  }),
  'log-line-out-of-time': ({line}) => ({
    what: `Line ${line} of the log says it happened before the line above it.`,
    remedy: 'Restore the log from a copy, and set the computer’s clock right.',
  }),
  'log-signer-unknown': ({line}) => ({
    what: `Line ${line} of the log is signed by somebody the workspace has not vouched for.`,
    remedy: 'Restore the log from a copy, and find out who changed it.',
  }),
  'edition-missing': ({edition}) => ({
    what: `The folder of ${edition} is gone.`,
    remedy: 'Put it back from a copy, or make it again with `opgor recompile`.',
  }),
  'edition-not-in-log': ({folder}) => ({
    what: `${folder} is no edition the log knows: a release was broken off, or the log has been cut short.`,
    remedy: 'Compare with a copy of the log before you remove it.',
  }),
  'profile-not-kept': ({edition, profile}) => ({
    what: `The profile that ${edition} was compiled under is missing or altered: ${profile}.`,
    remedy: 'Put it back from a copy; without it the edition cannot be compiled again.',
  }),
};
