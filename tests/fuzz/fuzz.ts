import { parseArgs } from 'node:util';
import { fuzz } from './campaign.ts';
import { usualCodes } from './finding.ts';

/* Generated inputs with the far ends of every type, for every contract and every button of a card: never a 5xx, never a
   write by what was refused, never over 100 ms of the thread that answers everybody. `npm run fuzz -- --inputs 10000`;
   `--shard 1/2` and `--shard 2/2` in two processes take half the time. */
const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    shard: { type: 'string', default: '1/1' },
  },
});

const secondsSince = (moment: number) => Math.round((performance.now() - moment) / 1_000);
const [part = 1, of = 1] = values.shard.split('/').map(Number);
const began = performance.now();
const { counts, findings } = await fuzz({
  inputs: Number(values.inputs),
  seed: Number(values.seed),
  only: values.only,
  shard: { part, of },
  told: {
    round: (each) => console.log(`${each} inputs each, ${secondsSince(began)} s`),
    finding: ({ what, problem, input }) => console.log(`! ${what}: ${problem}\n    ${input}`),
  },
});
for (const [name, one] of counts) {
  const figures = `${one.sent} sent, ${one.done} done, ${one.refused} refused, slowest ${Math.round(one.slowest)} ms`;
  console.log(`${name}: ${figures} (${usualCodes(one)})`);
}
const sent = [...counts.values()].reduce((sum, one) => sum + one.sent, 0);
console.log(
  `\n${counts.size} contracts and buttons, ${sent} inputs, ${findings.length} wrong, ${secondsSince(began)} s`,
);
process.exit(findings.length === 0 ? 0 : 1);
