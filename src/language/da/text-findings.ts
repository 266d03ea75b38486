import type {Facts, TextRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

const at = ({file, line}: Facts) => `${file}, linje ${line}`;

export const textFindings: WordsFor<TextRule> = {
  'typed-figure': (f) => ({
    what: `${at(f)}: tallet »${f.text}« er skrevet direkte i teksten`,
    remedy:
      'Bind det til en celle, fx {$persons-by-sex.female :count}, eller citér det med kilde: {#quoted source=|…|}…{/quoted}.',
  }),
  'guarded-word-typed': (f) => ({
    what: `${at(f)}: »${f.text}« påstår noget om tal (${f.claim}) uden at være bundet til dem`,
    remedy: 'Sæt ordet i en variant, som :quantifier, :comparison eller :change vælger for netop den påstand.',
  }),
  'parts-do-not-close': (f) => ({
    what: `${at(f)}: delene af ${f.table} går ikke op; ${list(f.missing)} nævnes ikke`,
    remedy: 'Nævn resten, fx med {$tabel :rest except=|…|}, eller mærk delene @of-which, hvis de ikke skal gå op.',
  }),
  'no-such-cell': (f) => ({
    what: `${at(f)}: ${f.address} findes ikke`,
    remedy: 'Skriv tabel.kode, tabel.total eller $year; tabellerne står i tables.yaml og koderne i deres kodelister.',
  }),
  'cell-without-count': (f) => ({
    what: `${at(f)}: ${f.address} har intet tal (${f.why}), og sætningen har ingen variant for det`,
    remedy: 'Tilføj en variant med nøglen nothing, withheld, not-collected eller not-applicable.',
  }),
  'message-not-readable': (f) => ({
    what: `${at(f)}: teksten kan ikke læses som MessageFormat 2 (${f.why})`,
    remedy: 'Ret syntaksen; { og } i løbende tekst skrives \\{ og \\}, og et valg står i en ```mf2-blok.',
  }),
  'function-misused': (f) => ({
    what: `${at(f)}: ${f.function} kan ikke bruges sådan: ${f.why}`,
    remedy: 'Se docs/method/text.md for funktionerne og det, de tager imod.',
  }),
  'block-not-known': (f) => ({
    what: `${at(f)}: ${f.text} er ikke en kendt blok`,
    remedy:
      'Brug overskrift (## eller ###), afsnit, liste, ```mf2, ::table, ::chart, ::breaks, ::commentary eller en note.',
  }),
  'note-not-defined': (f) => ({
    what: `${at(f)}: noten ${f.note} er ikke skrevet`,
    remedy: `Tilføj [^${f.note}]: og notens tekst.`,
  }),
  'id-repeated': (f) => ({
    what: `${at(f)}: ${f.id} er brugt før`,
    remedy: 'Giv overskriften, noten eller tabellen sit eget navn.',
  }),
  'languages-differ': (f) => ({
    what: `${at(f)}: afsnittet »${f.section}« svarer ikke til ${f.other}; kun her: ${list(f.here)}; kun der: ${list(f.there)}`,
    remedy: 'Lad begge sprog bruge de samme celler, tabeller og figurer i de samme afsnit.',
  }),
  'statements-differ': (f) => ({
    what: `Afsnittet »${f.section}« har ikke de samme tal på begge sprog; kun det første sted: ${list(f.here)}; kun det andet sted: ${list(f.there)}`,
    remedy: 'Ret den variant, der blev valgt på det ene sprog, så den viser de samme celler.',
  }),
  'guarded-words-faulty': (f) => ({what: `${at(f)}: ${f.why}`, remedy: 'Se docs/method/text.md for filens opbygning.'}),
  'commentary-not-signed': (f) => ({
    what: `${at(f)}: kommentaren mangler ${f.missing}`,
    remedy: 'Skriv id, period, signed: {by, on} og explains i kommentarens hoved.',
  }),
  'commentary-outdated': (f) => ({
    what: `${at(f)}: kommentaren forklarer, at ${f.address} ${change(f.expected)}, men det gør tallet ikke (${change(f.found)})`,
    remedy: 'Forny kommentaren, eller fjern den.',
  }),
};

const CHANGES: Readonly<Record<string, string>> = {
  rises: 'stiger',
  falls: 'falder',
  stays: 'er uændret',
  unknown: 'kan ikke sammenlignes',
};
const change = (key: Facts[string] | undefined) => CHANGES[String(key)] ?? String(key);
const list = (value: Facts[string] | undefined) =>
  Array.isArray(value) ? value.join(', ') || 'intet' : String(value ?? 'intet');
