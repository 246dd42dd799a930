import { parseArgs } from 'node:util';
import { localDate } from '../../api/kernel/index.ts';
import { walk } from './walk.ts';

/* Every number on every card beside the tab, the workbook and the lists, over many days of the desk's life:
   `npm run walk -- --days 60 --people 120 --personas 40 --from 2027-03-01`. 60 working days are three months. */
const { values } = parseArgs({
  options: {
    days: { type: 'string', default: '60' },
    people: { type: 'string', default: '120' },
    personas: { type: 'string', default: '40' },
    from: { type: 'string' },
  },
});
const print = (line: string) => void process.stdout.write(`${line}\n`);
const began = performance.now();
const seconds = () => Math.round((performance.now() - began) / 1_000);
const { wrong, ...counts } = await walk({
  days: Number(values.days),
  people: Number(values.people),
  personas: Number(values.personas),
  ...(values.from === undefined ? {} : { from: localDate(new Date(values.from)) }),
  told: (day, { cards, leaders, wrong: found }) =>
    print(`${day}: ${cards} cards, ${leaders} of leaders, ${found.length} wrong, ${seconds()} s`),
});
for (const one of wrong) print(`! ${one}`);
print(JSON.stringify({ ...counts, wrong: wrong.length, seconds: seconds() }));
process.exit(wrong.length === 0 ? 0 : 1);
