/** The hand-over on paper: tagged PDF/A-2a and PDF/UA-1, as the statement is. */
import {languages} from '#language/language';
import {ON_PAPER} from '../figure/palette.ts';
import {drawYearWheel} from '../figure/year-wheel.ts';
import {type Block, type HandOverText, runsOf} from '../hand-over.ts';
import {momentParts} from '../intl.ts';
import type {Fonts} from './fonts.ts';
import {byThisMachine} from './pdf.ts';
import {declareStandards} from './pdf-standards.ts';
import {HAND_OVER} from './typst-hand-over.ts';

export async function renderHandOver(
  {language, title, office, name, made, blocks}: HandOverText,
  fonts: Fonts,
  typeset = byThisMachine,
): Promise<Uint8Array> {
  const {pageOf} = languages[language].document.reading;
  const data = {
    language,
    title,
    office,
    name,
    pageOf,
    made: momentParts(made),
    blocks: blocks.map((block) => laidOut(block, language)),
  };
  return declareStandards(await typeset(JSON.stringify(data), fonts, HAND_OVER));
}

function laidOut(block: Block, language: HandOverText['language']) {
  switch (block.kind) {
    case 'text':
      return {kind: block.kind, runs: runsOf(block.text)};
    case 'open':
    case 'list':
      return {kind: block.kind, items: block.items.map(runsOf)};
    case 'table':
      return {...block, rows: block.rows.map((row) => row.map(runsOf)), columns: widthsOf(block.rows, block.head)};
    case 'year': {
      const days = block.days.map((day) => ({...day, command: runsOf(day.command ?? '')}));
      return {...block, days, svg: drawYearWheel(block, {language, palette: ON_PAPER})};
    }
    default:
      return block;
  }
}

/** A column of long texts is wide, one where nothing is written narrow: by the root, so that none takes all. */
const widthsOf = (rows: readonly (readonly string[])[], head: readonly string[]): readonly number[] =>
  head.map((name, i) => Math.sqrt(Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0))));
