/** The languages a statement is written in, and a word in each of them. */
export type LanguageTag = 'da' | 'en';
export const LANGUAGES = ['da', 'en'] as const satisfies readonly LanguageTag[];
export type Labels = Readonly<Record<LanguageTag, string>>;
