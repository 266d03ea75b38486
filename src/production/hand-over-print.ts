/** The hand-over in print, and its year as a picture, for the edges, which may not reach into the document room. */
import {ON_PAPER} from '#document/figure/palette';
import {drawYearWheel} from '#document/figure/year-wheel';
import type {HandOverText, YearBlock} from '#document/hand-over';
import {renderHandOver} from '#document/render/hand-over-pdf';
import {loadFonts} from './fonts.ts';

export {type Block, type HandOverText, runsOf, type YearBlock, type YearDay} from '#document/hand-over';

export const printHandOver = async (text: HandOverText): Promise<Uint8Array> => renderHandOver(text, await loadFonts());

export const yearPicture = (year: YearBlock, language: HandOverText['language']): string =>
  drawYearWheel(year, {language, palette: ON_PAPER});
