/**
 * The Danish public design system's style sheet for the workbench: without its typeface, for which ours stands in, without the
 * components no page has, its few pictures inside it, and each colour a variable, so that the dark has a counterpart for every one.
 */

export interface DesignFiles {
  readonly css: string;
  /** The markup of an icon by its name. */
  icon(name: string): string;
}

/** Components and single icons that no page has. */
const UNUSED =
  /^\.(icon-|cookie|date-picker|toast|navigation|language-switcher|step-indicator|overflow-menu|portal|solution|header|footer|logo|sidenav|back-to-top|card|modal|spinner|tooltip)|^(footer|header)\b/;

/** By the colour of the light, that of the dark: as far from the paper, and a text that meets WCAG 2.2 AA on it. */
const DARK: Readonly<Record<string, string>> = {
  '#1a1a1a': '#eceff2',
  '#454545': '#c6cdd4',
  '#707070': '#a3abb3',
  '#8e8e8e': '#8b949d',
  '#bfbfbf': '#4a535c',
  '#dcdcdc': '#353d45',
  '#f5f5f5': '#20262c',
  '#fff': '#14181c',
  '#004d99': '#8cc1f0',
  '#c00': '#ff9d8f',
  '#ffe0e0': '#3d1b1a',
  '#fec': '#3a2c0e',
  '#e2f2fb': '#132a3a',
  '#ddf7ce': '#17301a',
  '#358000': '#8fd16a',
  '#febb30': '#c98f1c',
  '#1b86c3': '#5fb0e0',
};

export function designFrom({css, icon}: DesignFiles): string {
  const kept = css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replace(/url\(\.\.\/img\/(?!svg-icons)[^)]*\)/g, 'none')
    .replace(/([^{}]+)\{([^{}]*)\}/g, (rule, selectors: string, body: string) => {
      const used = selectors.split(',').filter((one) => !UNUSED.test(one.trim()));
      return used.length === 0 ? '' : used.length === selectors.split(',').length ? rule : `${used.join(',')}{${body}}`;
    })
    .replace(/url\(\.\.\/img\/svg-icons\/([a-z0-9-]+)\.svg\)/g, (_, name: string) => `url("${pictureOf(icon(name))}")`);
  const coloured = kept.replace(/#[0-9a-fA-F]{3,8}\b/g, (colour) =>
    DARK[colour.toLowerCase()] === undefined ? colour : `var(--${nameOf(colour)})`,
  );
  const variables = (of: (light: string, dark: string) => string) =>
    Object.entries(DARK)
      .map(([light, dark]) => `--${nameOf(light)}:${of(light, dark)}`)
      .join(';');
  return [
    `:root{color-scheme:light dark;${variables((light) => light)}}`,
    `@media (prefers-color-scheme:dark){:root{${variables((_, dark) => dark)}}}`,
    coloured,
  ].join('\n');
}

const nameOf = (colour: string): string => `c-${colour.slice(1).toLowerCase()}`;
const pictureOf = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;
