import type {FoldingTable} from '../folding-table.ts';

/**
 * Arabic and Persian names as heard: a short vowel is a or e, o or u; the article is joined, apart or left out. Vowels are
 * kept apart in two kinds, since Hassan is not Hussein nor Mahmoud Mohammed.
 */
export const arabic: FoldingTable = {
  id: 'arabic',
  told: [
    ...['^moha', '^moham', '^muham', '^mouha', '^ahm', '^abd', '^hass', '^hasan', '^huss', '^houss', '^hoss', '^hos'],
    ...['^ali$', '^ibn$', '^khal', '^mahm', '^mahd', '^must', '^most', '^ibra', '^ebra', '^yous', '^yus', '^fati'],
    ...['^fate', '^omar$', '^umar$', '^sayed', '^said$', '^saeed', '^jama', '^kari', '^kare', 'allah$', 'ullah$'],
    ...['oddin$', 'uddin$', 'eddine$', 'zade$', 'zadeh$', '^reza', '^zahra', '^nour', '^noor'],
  ],
  ignoredWhenTold: ['al', 'el', 'ul', 'bin', 'ben', 'ibn', 'bint', 'bte'],
  read: [
    ['^al', ''],
    ['^el', ''],
    ['ee', 'i'],
    ['ie', 'i'],
    ['oo', 'u'],
    ['ou', 'u'],
    ['ow', 'au'],
    ['aw', 'au'],
    ['ei', 'ai'],
    ['ey', 'ai'],
    ['ay', 'ai'],
    ['e', 'a'],
    ['o', 'u'],
    ['y', 'i'],
    ['j', 'g'],
    ['dj', 'g'],
    ['q', 'k'],
    ['c', 'k'],
    ['ch', 's'],
    ['sh', 's'],
    ['th', 't'],
    ['dh', 'd'],
    ['gh', 'g'],
    ['kh', 'h'],
    ['ph', 'f'],
    ['w', 'v'],
    ['z', 's'],
    ['p', 'b'],
    ['ah$', 'a'],
    ['eh$', 'a'],
  ],
  same: [
    ['yusuf', 'yousef', 'youssef', 'yousuf', 'yosef', 'yussuf'],
    ['fatima', 'fatemeh', 'fatma', 'fatimah', 'fatoumata'],
    ['ibrahim', 'ebrahim', 'brahim'],
    ['hussein', 'hussain', 'hossein', 'husain', 'hoseyn', 'houssein'],
    ['mustafa', 'mostafa', 'moustapha', 'mustapha'],
    ['abdul', 'abdel', 'abdal', 'abd'],
    ['mohammed', 'mohamad', 'mohamed', 'mohd', 'mehmet', 'muhammed', 'mamadou'],
  ],
};
