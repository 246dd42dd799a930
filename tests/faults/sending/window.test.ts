import { describe, expect, it } from 'vitest';
import { DeliveryBlocks } from '../../../api/deliveries/index.ts';
import { dice } from '../../load/dice.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aCampaign, aKind, aSending, countsOf, people } from './a-campaign.ts';
import { crashingProcess } from './crashing-process.ts';
import { teamsWithApps } from './fake-apps.ts';

const largestWindow = 100;
const size = 600;
const seeds = Array.from({ length: 12 }, (_, at) => at + 1);

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('the lead over the ledger', () => {
  it.each(seeds)(
    'is never larger than the window, whoever lacks the app, however slow the writes, lost their answers and often the kills (seed %i)',
    async (seed) => {
      const roll = dice(seed * 7_919);
      const { context } = memoryContext();
      await aCampaign(context);
      const list = context.list(DeliveryBlocks);
      const { update } = list;
      // Slower than messages, so that two blocks are written at once, or faster.
      const slowest = seed % 3 === 0 ? 20 : 120;
      let most = 0;
      list.update = async (key, change) => {
        await turns(roll(slowest));
        const written = await update(key, change);
        most = Math.max(most, countsOf(context).reserved ?? 0);
        await turns(roll(slowest));
        return written;
      };
      const audience = people(size);
      const lack = new Set(audience.filter(() => roll(4) === 0));
      const { teams, apps } = teamsWithApps({ has: audience.filter((person) => !lack.has(person)), looks: roll(8) });
      const slow: typeof apps = {
        ...apps,
        install: async (person) => {
          await turns(roll(400));
          return apps.install(person);
        },
      };
      const send: typeof teams.chat.send = async (to, message) => {
        await turns(roll(slowest));
        return teams.chat.send(to, message);
      };
      const writeFault = () => (roll(30) === 0 ? 'madeThen504' : 'none');
      for (const crashAt of [200 + roll(900), 100 + roll(600), Infinity, Infinity]) {
        const process = crashingProcess(context, { ...teams.chat, send }, { crashAt, writeFault });
        const sending = () => aSending(process.context, process.chat, aKind(audience), { apps: slow });
        await process.run(() => sending().processAll());
        // What a killed run had sent arrives before the next begins.
        await turns(300);
      }
      expect(most).toBeGreaterThan(largestWindow / 2);
      expect(most).toBeLessThanOrEqual(largestWindow);
    },
  );
});
