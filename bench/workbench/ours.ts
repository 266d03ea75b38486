/** The workbench as it is served, with as many people as are asked for, each let in by a link that is told. */

import {serve} from '@hono/node-server';
import {workbenchApp} from '#http/app';
import {loadAssets} from '#http/assets';
import {openBench} from '#http/bench';
import {ROUTES} from '#http/casework/index';
import {nodeEffects} from '#production/effects';

const [folder = '', people = '1'] = process.argv.slice(2);
const opened = await openBench(folder, nodeEffects(), (thrown) => console.error(thrown));
if (!opened.ok) throw new Error(opened.refusal.reason);
const bench = opened.value;
const tokens: string[] = [];
for (let i = 0; i < Number(people); i += 1) {
  const invited = await bench.team.invite({name: `Caseworker ${i}`, roles: ['caseworker'], authority: undefined});
  if (invited.ok) tokens.push(invited.value.token);
}
const origins: string[] = [];
const app = workbenchApp({bench, assets: await loadAssets(), routes: ROUTES, origins});
serve({fetch: app.fetch, hostname: '127.0.0.1', port: 0}, ({port}) => {
  origins.push(`http://127.0.0.1:${port}`);
  console.log(JSON.stringify({port, tokens}));
});
process.on('message', () => {
  const {rss, heapUsed} = process.memoryUsage();
  process.send?.({rss, heapUsed});
});
