/**
 * A move in a process of its own, to be killed: says that it has begun, then how it ended. Which database is in the environment.
 *
 *   move-alone.ts OFFICE sqlite|postgres
 */
import {moveRegister, type RegisterPlace} from '#production/move';

const [office = '', to = ''] = process.argv.slice(2);
console.log('begun');
const moved = await moveRegister(office, {to: to as RegisterPlace, dryRun: false});
console.log(moved.ok ? 'moved' : moved.refusal.reason);
