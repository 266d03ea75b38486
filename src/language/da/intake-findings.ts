import type {IntakeRule} from '#concepts/finding';
import type {WordsFor} from '#language/finding-words';

export const intakeFindings: WordsFor<IntakeRule> = {
  'required-cell-empty': ({column}) => ({
    what: `»${column}« er tom, men skal være udfyldt her.`,
    remedy: `Udfyld »${column}«.`,
  }),
  'row-without-day': ({columns}) => ({
    what: `Rækken har ingen dato: ${said(columns)} er tom.`,
    remedy: `Udfyld mindst én af ${said(columns)}.`,
  }),
  'row-too-long': ({cells, headings}) => ({
    what: `Rækken har ${cells} celler under ${headings} overskrifter.`,
    remedy: 'Sæt tekst, der rummer skilletegnet, i anførselstegn.',
  }),
  'cell-too-long': ({column, limit}) => ({
    what: `»${column}« rummer mere end ${limit} tegn.`,
    remedy: 'Gør teksten kortere; notater hører til i sagen.',
  }),
  'formula-cell': ({column}) => ({
    what: `»${column}« rummer en formel, hvis værdi kan være forældet.`,
    remedy: 'Erstat formlen med dens værdi (kopiér, indsæt som værdier).',
  }),
  'unknown-word': ({column, known, nearest}) => ({
    what: `»${column}« rummer et ord, der ikke står på listen.`,
    remedy: `${nearest === undefined ? '' : `Måske »${nearest}«. `}Brug et af: ${said(known)}; eller angiv ordet i kildens layout.`,
  }),
  'code-not-in-force': ({column, code, on}) => ({
    what: `»${column}« rummer ${code}, som listen ikke havde den ${on}.`,
    remedy: 'Brug datidens ord, eller ret kodelistens datoer.',
  }),
  'impossible-date': ({column, format}) => ({
    what: `»${column}« er ikke en dag, der findes, skrevet ${format}.`,
    remedy: `Ret »${column}«.`,
  }),
  'date-in-future': ({column, on}) => ({
    what: `»${column}« ligger efter den dag, filen blev modtaget (${on}).`,
    remedy: `Ret »${column}«, eller lad den stå tom, til det er sket.`,
  }),
  'date-too-early': ({column, earliest}) => ({
    what: `»${column}« ligger før ${earliest}.`,
    remedy: `Ret årstallet i »${column}«.`,
  }),
  'dates-out-of-order': ({earlier, later}) => ({
    what: `»${later}« ligger før »${earlier}«.`,
    remedy: 'Ret den, der er forkert.',
  }),
  'number-not-readable': ({column, decimal}) => ({
    what: `»${column}« er ikke et tal med »${decimal}« som decimaltegn.`,
    remedy: `Ret »${column}«.`,
  }),
  'number-not-whole': ({column}) => ({
    what: `»${column}« er ikke et helt tal.`,
    remedy: `Ret »${column}«: Personer, dage og år er hele.`,
  }),
  'number-out-of-range': ({column, min, max}) => ({
    what: `»${column}« ligger ikke mellem ${min ?? '…'} og ${max ?? '…'}.`,
    remedy: `Ret »${column}«.`,
  }),
  'identifier-malformed': ({column, scheme}) => ({
    what: `»${column}« er ikke bygget som et nummer af slagsen ${scheme}.`,
    remedy: `Ret »${column}«; et foranstillet nul kan være gået tabt i et regneark.`,
  }),
  'birth-date-in-identifier-impossible': ({column}) => ({
    what: `»${column}« begynder med en dag, der ikke findes. Rækken er taget med.`,
    remedy: `Efterse »${column}«; erstatningsnumre kan se sådan ud.`,
  }),
  'column-not-in-layout': ({columns}) => ({
    what: `Filen har kolonner, som layoutet ikke kender, og intet er taget fra dem: ${said(columns)}.`,
    remedy: 'Beskriv dem i kildens layout, hvis de skal tælle.',
  }),
  'totals-row-disagrees': ({column, row, says, counted}) => ({
    what: `Totalrækken (række ${row}) siger ${says} under »${column}«; rækkerne ovenfor giver ${counted}.`,
    remedy: 'Spørg myndigheden, om der mangler rækker.',
  }),
};

const said = (words: string | number | readonly string[] | undefined) =>
  typeof words === 'object' ? words.map((word) => `»${word}«`).join(', ') : String(words ?? '');
