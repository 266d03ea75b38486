import type {Facts, TextRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

const at = ({file, line}: Facts) => `${file}, line ${line}`;

export const textFindings: WordsFor<TextRule> = {
  'typed-figure': (f) => ({
    what: `${at(f)}: the figure “${f.text}” is typed into the text`,
    remedy:
      'Bind it to a cell, as {$persons-by-sex.female :count}, or quote it with its source: {#quoted source=|…|}…{/quoted}.',
  }),
  'guarded-word-typed': (f) => ({
    what: `${at(f)}: “${f.text}” claims something of figures (${f.claim}) without being bound to them`,
    remedy: 'Put the word in a variant that :quantifier, :comparison or :change selects for exactly that claim.',
  }),
  'parts-do-not-close': (f) => ({
    what: `${at(f)}: the parts of ${f.table} do not close; ${list(f.missing)} is not named`,
    remedy: 'Name the rest, as {$table :rest except=|…|}, or mark the parts @of-which where they need not close.',
  }),
  'no-such-cell': (f) => ({
    what: `${at(f)}: there is no ${f.address}`,
    remedy: 'Write table.code, table.total or $year; tables are in tables.yaml, codes in their code lists.',
  }),
  'cell-without-count': (f) => ({
    what: `${at(f)}: ${f.address} has no count (${f.why}), and the sentence has no variant for that`,
    remedy: 'Add a variant with the key nothing, withheld, not-collected or not-applicable.',
  }),
  'message-not-readable': (f) => ({
    what: `${at(f)}: the text is not readable as MessageFormat 2 (${f.why})`,
    remedy: 'Mend the syntax; { and } in running text are written \\{ and \\}, and a choice stands in a ```mf2 block.',
  }),
  'function-misused': (f) => ({
    what: `${at(f)}: ${f.function} cannot be used so: ${f.why}`,
    remedy: 'See docs/method/text.md for the functions and what they take.',
  }),
  'block-not-known': (f) => ({
    what: `${at(f)}: ${f.text} is not a known block`,
    remedy:
      'Use a heading (## or ###), paragraph, list, ```mf2, ::table, ::chart, ::breaks, ::commentary or a footnote.',
  }),
  'note-not-defined': (f) => ({
    what: `${at(f)}: the note ${f.note} is not written`,
    remedy: `Add [^${f.note}]: and its text.`,
  }),
  'id-repeated': (f) => ({
    what: `${at(f)}: ${f.id} is already used`,
    remedy: 'Give the heading, note or table its own name.',
  }),
  'languages-differ': (f) => ({
    what: `${at(f)}: section “${f.section}” does not match ${f.other}; only here: ${list(f.here)}; only there: ${list(f.there)}`,
    remedy: 'Let both languages use the same cells, tables and charts in the same sections.',
  }),
  'statements-differ': (f) => ({
    what: `Section “${f.section}” does not carry the same figures in both languages; only in the first: ${list(f.here)}; only in the second: ${list(f.there)}`,
    remedy: 'Mend the variant selected in one language so that it shows the same cells.',
  }),
  'guarded-words-faulty': (f) => ({
    what: `${at(f)}: ${f.why}`,
    remedy: 'See docs/method/text.md for the shape of the file.',
  }),
  'commentary-not-signed': (f) => ({
    what: `${at(f)}: the commentary lacks ${f.missing}`,
    remedy: 'Write id, period, signed: {by, on} and explains at its head.',
  }),
  'commentary-outdated': (f) => ({
    what: `${at(f)}: the commentary explains that ${f.address} ${f.expected}, but it does not (${f.found})`,
    remedy: 'Renew the commentary, or drop it.',
  }),
};

const list = (value: Facts[string] | undefined) =>
  Array.isArray(value) ? value.join(', ') || 'nothing' : String(value ?? 'nothing');
