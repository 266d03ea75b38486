/** Kontorets tekst på dansk. */
import type {TextRefusal, TextStop} from '#concepts/text-refusal';
import type {RefusalWords} from '#language/refusal-words';
import type {TextWords} from '#language/text-words';

export const text: TextWords = {
  taken: {
    reworded: (sentence) => `Omformuleret: ${sentence}`,
    removed: (sentence) => `Taget ud: ${sentence}`,
    added: (sentence) => (sentence === '' ? 'Ny' : `Ny, efter ${sentence}`),
    moved: (sentence) => `Flyttet, til efter ${sentence}`,
    parted: (sentence) => `Nyt afsnit fra ${sentence}`,
    joined: (sentence) => `Lagt sammen med afsnittet før: ${sentence}`,
  },
  typed: (text, sentence) => `»${text}« er tastet i ${sentence} og ikke bundet til nogen celle; et udkast mærkes dér.`,
  wordTyped: (text, sentence) =>
    `»${text}« i ${sentence} siger noget om tal, som intet efterprøver; et udkast mærkes dér.`,
  couldBe: (placeholder, title) => `kunne være ${placeholder}: ${title}`,
  noCandidate: 'ingen celle viser det',
  dropped: (bound, address, sentence) => `${sentence} siger ikke længere ${bound} (${address}).`,
  left: {
    program: (before, after) => `Ikke taget med, programmet skriver det: »${before}« → »${after}«`,
    commentary: (before, after) =>
      `Ikke taget med, den er underskrevet (commentary/ i profilen; skriv under på ny): »${before}« → »${after}«`,
    front: (before, after) =>
      `Ikke taget med, forsiden (titel og undertitel står øverst i teksten): »${before}« → »${after}«`,
    heading: (before) => `Ikke taget med, en overskrift flyttes eller tages ud i profilen: »${before}«`,
    table: (before, after) => `Ikke taget med, tabeller defineres i tables.yaml: »${before}« → »${after}«`,
  },
  otherForms: (sentence, form, others) =>
    `${sentence} er ændret i form ${form}, den der gælder denne gang; ${others === 1 ? 'dens anden form er' : `dens ${others} andre former er`} som før (opgor text list).`,
  figureWords: (sentence, option, before, after) =>
    `${sentence}: ordene ved tallet (${option}) er »${after}« i stedet for »${before}«; ordene ved andre antal er som før.`,
  byText: (figures) =>
    `${figures} tal havde mistet, hvad ${figures === 1 ? 'det' : 'de'} var bundet til; fundet ved tekst og plads.`,
  accepted: (changes) =>
    `${changes} ${changes === 1 ? 'registreret ændring' : 'registrerede ændringer'} blev godkendt.`,
  remark: (author, sentence, said) => `Bemærkning fra ${author} til ${sentence}, gemt til næste dokument: ${said}`,
  behind: (language, sentence, why) => `${language}: ${sentence} er nu bagefter (${why}).`,
  nothingToTake: 'Intet i teksten er formuleret anderledes.',
  written: (file) => `Skrev ${file}.`,
  notWritten: 'Intet er skrevet.',
  lag: {
    reworded: 'den er formuleret anderledes dér',
    removed: 'den er taget ud dér',
    added: 'noget er føjet til efter den dér',
    moved: 'noget er flyttet til efter den dér',
  },
  chips: 'Brikker',
  shows: {
    count: 'antal',
    rest: 'antal af resten',
    percent: 'andel',
    change: 'ændring',
    categories: 'hvor mange slags',
    largest: 'den største',
    list: 'liste med antal',
    universe: 'hvad den er afgrænset til',
    given: '',
  },
  given: {
    year: 'perioden',
    when: 'tidspunktet',
    'last-year': 'året før',
    'first-year': 'det første år',
    edition: 'udgaven',
    'smallest-shown': 'det mindste antal, der vises',
    'shown-anyway': 'tabellerne, der vises efter beslutning',
  },
  capital: 'med stort',
  always: 'altid',
  otherwise: 'ellers',
  when: (conditions) => `når ${conditions.join(', og ')}`,
  entry: (applied, key) => ENTRIES[`${applied} ${key}`] ?? ENTRIES[key] ?? `er ${key}`,
  against: (label) => `holdt op mod ${label}`,
  form: (number) => `form ${number}`,
  saysNothing: '(siger intet)',
  nothingToCount: '(der er ikke registreret noget for det år)',
};

const ENTRIES: Readonly<Record<string, string>> = {
  one: 'er én',
  other: 'er flere',
  withheld: 'er tilbageholdt',
  'not-collected': 'er ikke indsamlet',
  'not-applicable': 'er ikke relevant',
  nothing: 'ikke kan vises, uanset hvorfor',
  '*': 'er noget andet',
  all: 'er alle',
  most: 'er de fleste',
  half: 'er omkring halvdelen',
  some: 'er nogle',
  few: 'er få',
  'quantifier none': 'er ingen',
  'largest none': 'er ingen: intet er oplyst',
  'list none': 'er tom',
  only: 'er den eneste',
  tie: 'er flere lige store',
  partly: 'kan vises delvist',
  equal: 'er lige så mange',
  'about-equal': 'er omtrent lige så mange',
  more: 'er flere end det andet',
  fewer: 'er færre',
  doubled: 'er fordoblet',
  'more-than-doubled': 'er mere end fordoblet',
  halved: 'er halveret',
  uneven: 'er ulige fordelt',
  rises: 'stiger',
  'rises-from-zero': 'stiger fra ingen',
  falls: 'falder',
  stays: 'er uændret',
  unknown: 'ikke kan vides',
  internal: 'er intern',
  public: 'er offentlig',
  year: 'er et kalenderår',
  span: 'er en anden periode',
  'given none': 'ikke er sat: intet tilbageholdes efter størrelse',
  'zeros-shown': 'er sat, og nuller vises',
  'zeros-withheld': 'er sat, og nuller tilbageholdes',
};

const FOUND: Readonly<Record<string, string>> = {
  'not-a-zip': 'det er noget andet',
  'old-word': 'den er i Words gamle format (.doc)',
  'open-document': 'det er en OpenDocument-fil (.odt)',
  encrypted: 'den er låst med en adgangskode',
  'too-large': 'den rummer mere, end en tekst kan',
  damaged: 'den er beskadiget',
  'no-document': 'der er ingen tekst i den',
};

const stopSaid = (stop: TextStop): string => {
  switch (stop.kind) {
    case 'figure-changed':
      return `${stop.sentence === '' ? 'En tabel' : stop.sentence}: ${stop.address} er ${stop.bound}, og dokumentet ${stop.found === '' ? 'siger det ikke længere' : `siger ${stop.found}`}.`;
    case 'changed-since':
      return `${stop.sentence} er ændret i profilen, siden dokumentet blev skrevet: »${stop.before}«; dokumentet siger »${stop.after}«.`;
    case 'not-written':
      return `${stop.sentence} kan ikke skrives, så den siger det samme: »${stop.after}«.`;
  }
};

const MISSING = {period: 'perioden', language: 'sproget'} as const;

export const textRefusals: Pick<RefusalWords, TextRefusal['reason']> = {
  'not-a-word-document': ({file, found}) => ({
    what: `${file} er ikke en DOCX, der kan læses: ${FOUND[found] ?? found}.`,
    remedy: 'Gem den som DOCX (Word: Gem som; Google Docs, Pages: hent eller eksportér som Word), og hent den ind.',
  }),
  'text-of-what': ({file, missing}) => ({
    what: `${file} siger ikke, hvilken opgørelse den er fra: ${missing.map((one) => MISSING[one]).join(' og ')} mangler.`,
    remedy: 'Angiv det med --year og --language.',
  }),
  'changes-pending': ({file, changes, authors}) => ({
    what: [
      `${file} har ${changes.length} ${changes.length === 1 ? 'registreret ændring' : 'registrerede ændringer'}, som ingen har godkendt:`,
      ...changes
        .slice(0, 40)
        .map(({kind, author, text: said}) => `  ${author}: ${KINDS[kind]}${said === '' ? '' : ` »${said}«`}`),
      ...(changes.length > 40 ? [`  … og ${changes.length - 40} mere`] : []),
    ].join('\n'),
    remedy: `Godkend eller afvis dem i tekstbehandlingen, eller tag dem her: --accept-all, eller efter forfatter: ${authors.map((author) => `--accept "${author}"`).join(' ')}. Intet er skrevet.`,
  }),
  'text-not-taken': ({file, stopping}) => ({
    what: [`Teksten i ${file} er ikke taget ind:`, ...stopping.map((stop) => `  ${stopSaid(stop)}`)].join('\n'),
    remedy:
      'Sæt tallene tilbage, som de er bundet; et forkert tal rettes i registret. Intet er skrevet, hverken af dette eller af resten.',
  }),
  'no-such-sentence': ({sentence, near}) => ({
    what: `Der er ingen sætning »${sentence}«.${near === undefined ? '' : ` Menes ${near}?`}`,
    remedy: 'Se dem med `opgor text list`.',
  }),
  'no-such-form': ({sentence, form, forms}) => ({
    what: `${sentence} har ingen form ${form}; den har ${forms}.`,
    remedy: 'Se dem med `opgor text list`.',
  }),
  'no-such-chip': ({chip, known}) => ({
    what: `Sætningen har ingen brik »${chip}«.`,
    remedy: `Den har: ${known.join(' ') || 'ingen'}. En brik nævnes ved sit nummer.`,
  }),
  'not-on-the-menu': ({given, menu}) => ({
    what: `»${given}« er ikke i menuen.`,
    remedy: `I menuen: ${menu.join(', ')}.`,
  }),
  'form-there-already': ({sentence, form}) => ({
    what: `${sentence} har allerede en form til det: form ${form}.`,
    remedy: 'Ret dens ordlyd i stedet.',
  }),
  'text-change-faulty': ({sentence}) => ({
    what: `${sentence} ville have fejl, så den er ikke ændret:`,
    remedy: 'Ret ordlyden, og prøv igen. Intet er skrevet.',
  }),
};

const KINDS = {inserted: 'sat ind', deleted: 'taget ud', moved: 'flyttet', paragraph: 'et afsnits slutning'} as const;
