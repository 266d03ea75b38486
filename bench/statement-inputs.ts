/** One process of `statement.ts`: the demo from its files, in the media named. With a third argument, also what Typst is given. */
import {writeFileSync} from 'node:fs';
import {printData} from '#document/render/typst';
import {demo} from '#production/demo';
import {nodeEffects} from '#production/effects';
import {loadFonts} from '#production/fonts';
import {silent} from '#production/progress';

const [out = '', media = '', inputs] = process.argv.slice(2);
const request = {example: 'denmark-2013', profile: 'denmark', year: 2013, out, media: media.split(',')};
const ran = await demo(request, nodeEffects(), silent);
if (!ran.ok) throw new Error(ran.refusal.reason);
if (inputs !== undefined) {
  const fonts = await loadFonts();
  const {statements} = ran.value.compiled;
  writeFileSync(inputs, JSON.stringify(statements.map((one) => JSON.stringify(printData(one, fonts)))));
}
