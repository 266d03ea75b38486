/** The queue of pairs as it is listed and handed to programs: record numbers, weights and figures, and nothing of who it is. */
import {decimals} from '#language/decimals';
import type {Language} from '#language/language';
import type {Agreement, DecidedView, DeskView, Found, Moves, Waiting} from '#production/review';

type Json = Readonly<Record<string, unknown>>;

export const foundJson = ({records, recordedAt, written, asked, decided, dropped, sample, linked}: Found): Json => ({
  records,
  recordedAt,
  written,
  asked,
  decided,
  dropped,
  sample,
  model: linked.model,
  warnings: linked.linkage.model.warnings,
});

export function foundText(found: Found, {review: words}: Language): readonly string[] {
  const {strata = [], undecided = 0} = found.sample ?? {};
  const sum = (member: 'drawn' | 'of') => strata.reduce((total, stratum) => total + stratum[member], 0);
  return [
    words.found(found),
    ...(found.sample === undefined ? [] : [words.sampled({drawn: sum('drawn'), of: sum('of'), undecided})]),
    ...(found.written ? [] : [words.notWritten]),
  ];
}

export const queueJson = (waiting: readonly Waiting[], moves: readonly Moves[], agreement: Agreement): Json => ({
  pairs: waiting.map((one, i) => waitingJson(one, moves[i])),
  agreement,
});

const waitingJson = ({pair, weight, probability, band, part, again}: Waiting, moves: Moves | undefined): Json => ({
  on: pair[0],
  other: pair[1],
  weight,
  probability,
  band,
  part,
  again,
  ...(part === 're-review' ? {} : {moves}),
});

export const viewJson = ({waiting, moves, waterfall}: DeskView): Json => ({
  ...waitingJson(waiting, moves),
  waterfall: waterfallJson(waterfall),
});

export const decidedJson = ({pair: [on, other], decision, waterfall}: DecidedView): Json => ({
  on,
  other,
  decision,
  waterfall: waterfallJson(waterfall),
});

/** Levels and weights; what was compared stays on the terminal. */
const waterfallJson = (waterfall: DeskView['waterfall']) =>
  waterfall && {...waterfall, steps: waterfall.steps.map(({left: _left, right: _right, ...step}) => step)};

export function queueText(
  waiting: readonly Waiting[],
  moves: readonly Moves[],
  agreement: Agreement,
  language: Language,
): string {
  const {review: words} = language;
  if (waiting.length === 0) return [words.none, ...agreementText(agreement, language)].join('\n');
  const lines = waiting.map(({pair: [on, other], weight, probability, part}, i) => {
    const moved = part === 're-review' ? [] : (moves[i]?.returning ?? []);
    const said = moved.map(({year, persons, repeats}) => words.moves(year, persons, repeats));
    const bits = words.weight(decimals(weight, 1, language.tag), decimals(probability, 3, language.tag));
    return words.line(on, other, bits, words.parts[part], said.length === 0 ? words.movesNothing : said.join('; '));
  });
  return [words.waiting(waiting.length), ...lines, ...agreementText(agreement, language), words.hidden].join('\n');
}

export function agreementText({pairs, agreed, kappa, interval}: Agreement, {review, tag}: Language): readonly string[] {
  if (pairs === 0) return [];
  const written = interval && ([decimals(interval[0], 2, tag), decimals(interval[1], 2, tag)] as const);
  return [
    review.agreement({
      pairs,
      agreed,
      kappa: kappa === undefined ? undefined : decimals(kappa, 2, tag),
      interval: written,
    }),
  ];
}
