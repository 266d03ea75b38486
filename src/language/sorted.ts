/** In the order in which a language looks words up: æ, ø and å last in Danish, accents and capitals apart. */
import type {LanguageTag} from '#concepts/labels';

const collators = {da: new Intl.Collator('da-DK'), en: new Intl.Collator('en-GB')} as const;

export const sortedIn = <T>(items: readonly T[], language: LanguageTag, textOf: (item: T) => string): readonly T[] =>
  items.toSorted((a, b) => collators[language].compare(textOf(a), textOf(b)));
