import { parseArgs } from 'node:util';
import { fuzz } from './campaign.ts';

/* Generated inputs with the far ends of every type, for every contract and every button of a card: never a 5xx, never a
   write by what was refused, never over 100 ms of the thread that answers everybody. `npm run fuzz -- --inputs 10000`. */
const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
  },
});

const began = performance.now();
const { counts, findings } = await fuzz({
  inputs: Number(values.inputs),
  seed: Number(values.seed),
  only: values.only,
  told: (name, { sent, done, refused, slowest }, own) => {
    console.log(
      `${name}: ${sent} sent, ${done} done, ${refused} refused, slowest ${Math.round(slowest)} ms of processor`,
    );
    for (const { what, problem, input } of own.slice(0, 3)) console.log(`  ! ${what}: ${problem}\n    ${input}`);
  },
});
const sent = [...counts.values()].reduce((sum, one) => sum + one.sent, 0);
console.log(
  `\n${counts.size} contracts and buttons, ${sent} inputs, ${findings.length} wrong, ${Math.round((performance.now() - began) / 1_000)} s`,
);
process.exit(findings.length === 0 ? 0 : 1);
