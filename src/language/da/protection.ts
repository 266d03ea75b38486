/** Hvad der siges om, hvordan en offentlig udgave er beskyttet, på dansk. */
import type {ProtectionWords} from '#language/protection-words';

export const protection: ProtectionWords = {
  kept: (figures, of, share) => `${figures} af ${of} tal, der ikke er nul, vises (${share})`,
  persons: (share) => `${share} af personerne i dem, talt med hvert sted de står`,
  sentences: (language, of, asTheyStand, rewritten, out) =>
    `${language}: af ${of} sætninger står ${asTheyStand}, som de er, ${rewritten} er skrevet om, ${out} er udeladt`,
  withheld: (number) => (number === 1 ? '1 tal er tilbageholdt:' : `${number} tal er tilbageholdt:`),
  why: {
    few: 'få personer',
    rest: 'en rest på få personer',
    'all-alike': 'alle i en lille gruppe er ens',
    zero: 'ingen personer',
    guard: 'beskytter et andet',
  },
  proven: (numbers, width) =>
    `${numbers} tal er beskyttet: for hvert findes to hele datasæt, der passer med alt det offentliggjorte, og som er mindst ${width} fra hinanden`,
  exposed: (numbers) =>
    numbers === 1
      ? '1 tal kan kendes ud fra det, der allerede er offentligt'
      : `${numbers} tal kan kendes ud fra det, der allerede er offentligt`,
  unproven: (numbers) => (numbers === 1 ? '1 tal er ikke bevist beskyttet' : `${numbers} tal er ikke bevist beskyttet`),
  outer:
    'Tabeller slutter ringe med for mange celler tilsammen: det, der er bevist, er bevist om tabeller, ikke om personer',
  between: (low, high) => `${low} til ${high}`,
  unlimited: 'ingen grænse',
  guards: (figure) => `for ${figure}`,
  all: 'alle',
  changed: {
    round: (base) =>
      `Små antal er afrundet til 0 eller ${base}: hver tabel går op, og ingen to er uenige, men totaler er ikke de sande`,
    cellKey: 'Tal er flyttet med cellenøgler: de samme personer flyttes ens overalt, men dele går ikke op i deres sum',
    moved: (figures, of, share) => `${figures} af ${of} tal, som ikke er nul, er ændret (${share})`,
    apart: (largest, mean) => `Højst ${largest} fra det sande tal, ${mean} i gennemsnit`,
    utility: (share) => `${share} af informationen er tilbage (Hellinger)`,
    withheld: (figures) =>
      figures === 1
        ? '1 tal kan ikke vises på den måde og er tilbageholdt'
        : `${figures} tal kan ikke vises på den måde og er tilbageholdt`,
  },
};
