/** What bare Typst is given: the two documents of the demo year, as the statement itself hands them over. */
import {writeFileSync} from 'node:fs';
import {printData} from '#document/render/typst';
import {demo} from '#production/demo';
import {nodeEffects} from '#production/effects';
import {loadFonts} from '#production/fonts';
import {silent} from '#production/progress';

const [out = '', inputs = ''] = process.argv.slice(2);
const request = {example: 'denmark-2013', profile: 'denmark', year: 2013, out, media: ['html']};
const ran = await demo(request, nodeEffects(), silent);
if (!ran.ok) throw new Error(ran.refusal.reason);
const fonts = await loadFonts();
const {statements} = ran.value.compiled;
writeFileSync(inputs, JSON.stringify(statements.map((one) => JSON.stringify(printData(one, fonts)))));
