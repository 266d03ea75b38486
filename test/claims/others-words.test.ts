/** Drafts in words that are not the statement's, about more than the register knows: true ones raise no alarm, wrong ones are found. */
import {describe, expect, test} from 'vitest';
import {checkedAgainstStatement, failuresIn, textOf} from './checked.ts';

const failures = (...paragraphs: readonly string[]) => failuresIn(checkedAgainstStatement(textOf(...paragraphs)));

describe('true, or about something else', () => {
  test.each([
    // Of some persons only.
    'Nine persons had been identified before.',
    'In Copenhagen 12 victims were identified.',
    'In 2013, 31 persons were assessed for the first time by the police.',
    'The police referred 25 persons who were later identified as victims.',
    'Another 14 people were assessed not to be victims.',
    'In 2013, 20 persons were identified in Jutland and 7 on the islands.',
    'Ni personer var vurderet før.',
    'I København blev 12 ofre identificeret.',
    'I 2013 blev 31 personer vurderet handlet efter henvisning fra politiet.',
    'Yderligere 14 personer blev vurderet ikke at være handlet.',
    'I Jylland blev 20 personer vurderet, og på øerne 7.',
    // Parts of a part.
    'Elleve personer var handlet til tvangsarbejde: seks kvinder og fem mænd.',
    'Elleve personer, heraf seks kvinder og fem mænd, var handlet til tvangsarbejde.',
    'Elleve personer var handlet til tvangsarbejde, heraf seks kvinder og fem mænd.',
    'Eleven persons were victims of forced labour: 6 women and 5 men.',
    'Eleven persons were exploited in forced labour, of whom six were women and five men.',
    'Eleven persons (six women and five men) were victims of forced labour.',
    'Of the eleven in forced labour, six were women and five were men.',
    // Other countries, other units.
    'In Sweden 61 victims were identified in 2013, 40 of them women.',
    'I Sverige blev 61 ofre identificeret i 2013, heraf 40 kvinder.',
    'The hotline took 312 calls, 10 more than the year before.',
    'Hotlinen fik 312 opkald, 10 flere end året før.',
    'The shelter had 14 places and housed 33 women.',
    'Since 2007 the budget has doubled.',
    'Norway counted 50 per cent more in 2013 than in 2012.',
    'Since 2007 the number has more than quadrupled.',
    'Siden 2007 er tallet mere end firedoblet.',
    'In 2012 the figure was 66 and in 2011 it was 60.',
    'I 2012 var tallet 66, og i 2011 var det 60.',
    'In 2012 the number of cases was 80.',
    'In 2012 the centre had 14, and in 2011 it had 12.',
    'Siden 2007 er bevillingen fordoblet.',
    'Since 2007 the number of staff has doubled.',
    'Most of the victims, 58, were exploited in prostitution.',
    'Langt de fleste, 58, var udnyttet i prostitution.',
    // The total in other words.
    'In 2013 the authorities identified 76 victims of human trafficking, 10 more than the year before, an increase of 15 per cent.',
    'I 2013 vurderede myndighederne 76 personer som ofre for menneskehandel, 10 flere end året før, en stigning på 15 pct.',
    'That is 10 more than last year and an increase of 15 per cent.',
    'Det er 10 flere end året før og en stigning på 15 pct.',
  ])('%s', (sentence) => expect(failures(sentence)).toEqual([]));

  test('after a sentence about another form', () => {
    expect(
      failures(
        '58 var udnyttet i prostitution. Elleve personer var handlet til tvangsarbejde: seks kvinder og fem mænd.',
      ),
    ).toEqual([]);
  });
});

describe('wrong', () => {
  test.each([
    ['In 2013 the authorities identified 78 victims of human trafficking.', '78 → 76'],
    ['I 2013 vurderede myndighederne 67 personer som ofre for menneskehandel.', '67 → 76'],
    ['I 2013 blev 67 personer officielt vurderet handlet.', '67 → 76'],
    ['Elleve personer var handlet til tvangsarbejde: syv kvinder og fire mænd.', 'fire → 5'],
    ['Elleve personer var handlet til tvangsarbejde: syv kvinder og fem mænd.', 'syv + fem → 11'],
    ['In 2013, 76 victims were identified, 12 more than the year before.', '12 → 10'],
    [
      'In 2013, 76 victims were identified, 10 more than the year before, an increase of 20 per cent.',
      '20 per cent → 15.2 %',
    ],
    ['I 2013 blev 76 personer vurderet, 12 flere end året før.', '12 → 10'],
    ['Since 2007 the number has doubled.', 'doubled → × 4.47'],
    ['Siden 2007 er tallet fordoblet.', 'fordoblet → × 4,47'],
    ['In 2012 the figure was 67 and in 2011 it was 60.', '67 → 66'],
    ['I 2012 var tallet 66, og i 2011 var det 61.', '61 → 60'],
    ['Most of the victims, 57, were exploited in prostitution.', '57 → 58'],
    ['Langt de fleste, 57, var udnyttet i prostitution.', '57 → 58'],
    ['Det er 10 flere end året før og en stigning på 20 pct.', '20 pct → 15,2 %'],
  ])('%s', (sentence, failure) => expect(failures(sentence)).toContain(failure));
});
