import type {AdoptionRule, Facts} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

const where = ({file, sheet}: Facts): string => (sheet === undefined ? `${file}` : `${file}, ark ${sheet}`);
const all = (list: Facts[string] | undefined): string => (Array.isArray(list) ? list.join(', ') : String(list ?? ''));
const rows = (facts: Facts): string => `${facts.count === 1 ? 'række' : 'rækkerne'} ${all(facts.rows)}`;

export const adoptionFindings: WordsFor<AdoptionRule> = {
  'adopted-before': ({file, adoption}) => ({
    what: `${file} er allerede taget ind som ${adoption}.`,
    remedy: 'Der sker intet med den. Skal den tages ind på en anden måde, så fortryd først den overtagelse.',
  }),
  'adopted-otherwise': ({file, adoption, source}) => ({
    what: `${file} er allerede taget ind som ${adoption} og er nu en anden fil.`,
    remedy: `Modtag den som sin kilde (\`opgor receive --source ${source}\`), eller fortryd den overtagelse, og tag den ind igen.`,
  }),
  'cells-merged': (facts) => ({
    what: `${where(facts)}: celler i flere rækker er flettet (${rows(facts)}). Kun den første af dem har værdien, og de øvrige ser tomme ud.`,
    remedy: 'Ophæv fletningen i en kopi, skriv værdien i hver række, og tag kopien ind. Arket tages ikke med.',
  }),
  'column-without-heading': (facts) => ({
    what: `${where(facts)}: kolonne ${facts.column} har ingen overskrift i række ${facts.row}. ${facts.held === 'yes' ? 'Den står efter den sidste overskrift, så rækker med noget i den holdes tilbage' : 'Den udelades'}.`,
    remedy: 'Giv den en overskrift i en kopi, hvis den siger noget, der tæller.',
  }),
  'days-mixed': (facts) => ({
    what: `${where(facts)}: »${facts.column}« har datoer som datoer (${facts.days}), som tekst (${facts.texts}) og som bare tal (${facts.numbers}). Tal læses, som regnearket tæller dage, tekst som dag, måned, år. Færrest: ${rows(facts)}.`,
    remedy: 'Se på de rækker efter overtagelsen; en dato, der ikke kan læses, holder sin række tilbage.',
  }),
  'days-outside-year': (facts) => ({
    what: `${where(facts)}: »${facts.column}« har en dato, der ikke er i ${facts.year}, i ${rows(facts)}. Rækken tæller i datoens år.`,
    remedy: 'Kontrollér datoen eller arkets år.',
  }),
  'days-shifted': (facts) => ({
    what: `${where(facts)}: »${facts.column}« ligger 1.462 dage fra ${facts.year} i ${rows(facts)}: så langt er der mellem de to måder at tælle dage på, fra 1900 og fra 1904. De læses, som de står.`,
    remedy: 'De er formentlig kopieret mellem to regneark. Ret dem i en kopi, og tag kopien ind.',
  }),
  'days-since-1904': (facts) => ({
    what: `${where(facts)} tæller dage fra 1904 og læses sådan.`,
    remedy: 'Intet, medmindre datoerne ser ud til at være fire år forkerte.',
  }),
  'figure-not-read': (facts) => ({
    what: `${where(facts)}: tallet i række ${facts.row} er i ingen kategori, der kendes.`,
    remedy: 'Svar på, hvad dets ord står for, eller skriv det i published.csv.',
  }),
  'figure-published-otherwise': (facts) => ({
    what: `${where(facts)}, række ${facts.row}: ${facts.cell} er ${facts.says} der og ${facts.published} ifølge ${facts.source}. Det, profilen har, står ved magt.`,
    remedy: 'Find ud af, hvad der blev offentliggjort, og ret om nødvendigt published.csv.',
  }),
  'figures-by-formula': (facts) => ({
    what: `${where(facts)}: tal i ${rows(facts)} er udregnet af formler. Det, de sidst viste, tages med og kan være forældet.`,
    remedy: 'Sammenlign dem med det, der blev trykt, og skriv det i published.csv, hvis de er forskellige.',
  }),
  'figures-do-not-add': (facts) => ({
    what: `${where(facts)}: summen i række ${facts.row} er ${facts.says}, og det, den står ved, giver ${facts.sum}. Begge tages, som de står.`,
    remedy:
      'Find ud af, hvad der blev offentliggjort. Det kan være rigtigt, hvor én person kan være i flere kategorier.',
  }),
  'figures-side-by-side': (facts) => ({
    what: `${where(facts)}: flere tal står ved siden af hinanden i ${rows(facts)}, og ingen overskrift siger, hvilket der er antallet i alt. De læses ikke.`,
    remedy:
      'Giv kolonnen med summer overskriften »I alt« i en kopi, og tag kopien ind; eller skriv tallene i published.csv.',
  }),
  'figures-without-year': (facts) => ({
    what: `${where(facts)}: intet siger, hvilket år tallet i række ${facts.row} er fra. Det udelades.`,
    remedy: 'Angiv arkets år under years: i svarene.',
  }),
  'file-changed': ({file}) => ({
    what: `Profilens ${file} er ændret efter overtagelsen.`,
    remedy: 'Stil den tilbage i hånden, eller behold den: intet af overtagelsen fortrydes.',
  }),
  'file-not-a-table': ({file, kind}) => ({
    what: `${file} er intet regneark (${kind}) og springes over.`,
    remedy: 'Har den tal eller personer, så gem dem som XLSX, ODS eller CSV i mappen.',
  }),
  'file-open': ({file, of}) => ({
    what: `${file} viser, at ${of} er åben i Excel, eller var det, da den blev kopieret. Det, der ikke er gemt, læses ikke.`,
    remedy: 'Luk den dér, og tag den ind igen, hvis den blev ændret.',
  }),
  formulas: (facts) => ({
    what: `${where(facts)}: »${facts.column}« er udregnet af en formel i ${rows(facts)}. Det, den sidst viste, kan være forældet og tages ikke med: de rækker holdes tilbage.`,
    remedy: 'Erstat formlerne med deres værdier i en kopi (kopiér, indsæt speciel, værdier), og tag kopien ind.',
  }),
  'heading-twice': (facts) => ({
    what: `${where(facts)}: i række ${facts.row} står en overskrift to gange: ${all(facts.columns)}. Den første læses.`,
    remedy: 'Giv hver sin overskrift i en kopi, hvis den anden siger noget, der tæller.',
  }),
  'list-of-year': (facts) => ({
    what: `${where(facts)}: ingen kolonne har en dato. Alle rækker antages at være fra ${facts.year}.`,
    remedy: `Angiv et andet år med years: {'${facts.name}': ÅÅÅÅ} i svarene, hvis det er forkert.`,
  }),
  'list-without-day': (facts) => ({
    what: `${where(facts)}: ingen kolonne har en dato, og intet siger, hvilket år det er fra.`,
    remedy: 'Sig, hvilken kolonne der har den, eller angiv året under years: i svarene. Arket tages ikke med.',
  }),
  'member-without-column': (facts) => ({
    what: `${where(facts)}: ingen kolonne har det, som hver række skal have (${facts.member}).`,
    remedy: 'Tilføj en kolonne i en kopi, og tag kopien ind. Arket tages ikke med.',
  }),
  'rows-below': (facts) => ({
    what: `${where(facts)}: under tabellen står der noget andet (${rows(facts)}), som ikke læses.`,
    remedy: 'Se efter, om noget af det er en person.',
  }),
  'rows-coloured': (facts) => ({
    what: `${where(facts)}: celler er farvet (${facts.colours === 1 ? 'én farve' : `${facts.colours} farver`}) i ${rows(facts)}. Hvad en farve betyder, læses ikke.`,
    remedy: 'Betyder den noget, så sig det i en kolonne for sig i en kopi, og tag kopien ind.',
  }),
  'columns-hidden': (facts) => ({
    what: `${where(facts)}: ${facts.count === 1 ? 'kolonne' : 'kolonnerne'} ${all(facts.columns)} er skjult. ${facts.count === 1 ? 'Den' : 'De'} læses som de øvrige.`,
    remedy: 'Svar, at de udelades, hvis de ikke skal bruges.',
  }),
  'rows-hidden': (facts) => ({
    what: `${where(facts)}: ${rows(facts)} er skjult. De læses som de øvrige.`,
    remedy: 'Slet dem i en kopi, hvis de ikke skal tælle, og tag kopien ind.',
  }),
  'rows-remarked': (facts) => ({
    what: `${where(facts)}: nogen har skrevet kommentarer til celler i ${rows(facts)}. De læses ikke.`,
    remedy: 'Se efter, om en af dem siger, at rækken ikke tæller, eller siger noget andet.',
  }),
  'rows-sparse': (facts) => ({
    what: `${where(facts)}: i ${rows(facts)} er næsten intet udfyldt og ingen dato: snarere en overskrift eller et antal end en person. ${facts.held === 'yes' ? 'Sådanne rækker holdes tilbage' : 'Intet skiller dem fra personer, så arket tages ikke med'}.`,
    remedy: 'Slet dem i en kopi, og tag kopien ind; er det en person, så udfyld, hvad de øvrige har.',
  }),
  'rows-struck': (facts) => ({
    what: `${where(facts)}: tekst er streget over i ${rows(facts)}. De læses som de øvrige.`,
    remedy: 'Slet dem i en kopi, hvis de ikke skal tælle, og tag kopien ind.',
  }),
  'same-person-twice': (facts) => ({
    what: `${where(facts)}: samme nummer, eller samme navn og fødselsdato, står i flere rækker (${all(facts.rows)}).`,
    remedy:
      'Ved et nummer er de én person, som tæller én gang om året; ved navn og fødselsdato spørger `opgor review` dig.',
  }),
  'second-table': (facts) => ({
    what: `${where(facts)}: i række ${facts.row} begynder en anden tabel. Den læses ikke.`,
    remedy: 'Flyt den til et ark for sig i en kopi, hvis den også skal tages ind.',
  }),
  'several-totals': (facts) => ({
    what: `${where(facts)}: der er flere slags rækker med summer (${all(facts.words)}). Kun den første slags kendes fra personer; de øvrige holdes tilbage.`,
    remedy: 'Slet delsummerne i en kopi, og tag kopien ind.',
  }),
  'sheet-empty': (facts) => ({
    what: `${where(facts)} er tomt.`,
    remedy: 'Intet, medmindre det ikke burde være det.',
  }),
  'sheet-hidden': (facts) => ({
    what: `${where(facts)} er skjult. Det læses som de øvrige.`,
    remedy: 'Spring det over med skip: i svarene, hvis det ikke skal tælle.',
  }),
  'sheet-not-understood': (facts) => ({
    what: `${where(facts)}: der findes hverken en liste over personer eller en tabel med tal i det.`,
    remedy: 'Sig, hvad kolonnerne er, under columns: i svarene, eller spring det over.',
  }),
  'sheet-skipped': (facts) => ({what: `${where(facts)} springes over, som svaret.`, remedy: 'Intet.'}),
  'strikes-unseen': (facts) => ({
    what: `${where(facts)}: i ${facts.kind} kan det ikke ses, om tekst er streget over${facts.kind === 'XLS' ? ' eller har farvede bogstaver' : ''}.`,
    remedy: 'Streger kontoret det over, der ikke tæller, så gem den som XLSX, og tag den ind.',
  }),
  'table-again': (facts) => ({
    what: `${where(facts)}: i række ${facts.row} begynder en anden tabel under de samme overskrifter. Hvilken af de to der menes, kan ikke afgøres.`,
    remedy:
      'Saml alle personer i én tabel, eller læg dem på to ark, i en kopi, og tag kopien ind. Arket tages ikke med.',
  }),
  'table-beside': (facts) => ({
    what: `${where(facts)}: til højre, fra kolonne ${facts.column}, står der noget andet under egne overskrifter i række ${facts.row}. Det læses ikke.`,
    remedy: 'Flyt det til et ark for sig i en kopi, hvis det også skal tages ind.',
  }),
  'totals-left-out': (facts) => ({
    what: `${where(facts)}: ${rows(facts)} er ${facts.count === 1 ? 'en sum' : 'summer'} og ingen person.`,
    remedy: 'Intet: den udelades, og dens tal sammenlignes.',
  }),
};
