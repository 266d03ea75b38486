/** What languages are called, in each of them. */
import type {LanguageTag} from '#concepts/labels';

export const LANGUAGE_NAMES: Readonly<Record<LanguageTag, Readonly<Record<LanguageTag, string>>>> = {
  da: {da: 'dansk', en: 'engelsk'},
  en: {da: 'Danish', en: 'English'},
};

/** By its own name. */
export const ownName = (tag: LanguageTag): string => LANGUAGE_NAMES[tag][tag];
