/** Pair after pair on the screen, decided by single keys: shown with what each verdict moves before one is given. */
import type {Refusal} from '#concepts/refusal';
import type {Outcome} from '#kit/outcome';
import {done} from '#kit/outcome';
import type {Language} from '#language/language';
import {saidOf} from '#language/said';
import type {ReviewDesk, Verdict, Waiting} from '#production/review';
import {pairText} from './print-pair.ts';
import type {Screen} from './screen.ts';

const VERDICTS: Readonly<Record<string, Verdict>> = {
  r: 'returning',
  i: 'same-incident',
  f: 'filed-twice',
  d: 'different',
};

export interface Sitting {
  readonly answered: number;
  readonly left: number;
}

export async function sitAt(desk: ReviewDesk, screen: Screen, language: Language): Promise<Outcome<Sitting, Refusal>> {
  const {review: words} = language;
  const skipped = new Set<string>();
  let answered = 0;
  let told = '';
  for (;;) {
    const waiting = await desk.waiting();
    const left = waiting.filter((one) => !skipped.has(idOf(one)));
    const [next] = left;
    if (next === undefined) return done({answered, left: waiting.length});
    const view = await desk.view(next);
    if (!view.ok) return view;
    const shown = pairText(view.value, {at: answered + 1, of: answered + left.length}, language, screen.columns);
    screen.show([told, shown].filter(Boolean).join('\n\n'));
    told = '';
    const key = (await screen.key())?.toLowerCase();
    if (key === undefined || key === 'q') return done({answered, left: waiting.length});
    const verdict = VERDICTS[key];
    if (key === 's') skipped.add(idOf(next));
    else if (key === '?') {
      screen.show([...words.help, '', words.anyKey].join('\n'));
      await screen.key();
    } else if (key === 'u') {
      const undone = await desk.undo();
      told = undone.ok
        ? undone.value === undefined
          ? words.nothingToUndo
          : words.undone(undone.value.join(' – '))
        : refused(undone.refusal, language);
      if (undone.ok && undone.value !== undefined) answered--;
    } else if (verdict !== undefined) {
      const reason = (await screen.line(words.reason(words.verdicts[verdict])))?.trim() ?? '';
      if (reason === '') told = words.noReason;
      else {
        const given = await desk.answer(next, verdict, reason);
        if (given.ok) answered++;
        told = given.ok
          ? given.value.decided
            ? words.recorded(words.verdicts[verdict])
            : words.notYet
          : refused(given.refusal, language);
      }
    }
  }
}

const idOf = ({pair}: Waiting) => pair.join(' ');

function refused(refusal: Refusal, language: Language): string {
  const {what, remedy} = saidOf(refusal, language);
  return `${what} ${remedy}`;
}
