/** The files of the Danish public design system as the package ships them, or as its library has them in a checkout. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {libraryFolder} from './fonts.ts';

export interface DesignSystem {
  readonly css: string;
  icon(name: string): string;
}

export function loadDesignSystem(): DesignSystem {
  const folder = libraryFolder('dkfds', 'design', import.meta.url);
  return {
    css: readFileSync(join(folder, 'css', 'dkfds.min.css'), 'utf8'),
    icon: (name) => readFileSync(join(folder, 'img', 'svg-icons', `${name}.svg`), 'utf8'),
  };
}
