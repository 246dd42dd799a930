import { z } from 'zod';
import { atRate, crowd } from './crowd.ts';
import type { DeskProcess } from './desk-process.ts';
import { milliseconds, number, percentile, spread, type Figure } from './figures.ts';
import { listAddresses, rawItems } from './raw-lists.ts';

/** People answer at the gate's rate, for a while. */
const rushPerSecond = 40;
const rushMs = 20_000;
/** Then the rest, concurrently. */
const crowdSize = 20;

const recipients = z.array(z.object({ person: z.string(), state: z.string(), activity: z.string().optional() }));
const answer = z.object({ status: z.number(), type: z.string() });

export interface Presses {
  pressed: number;
  elapsed: number;
  unitsEach: number;
  figures: readonly Figure[];
}

/** Has people press "I have read it" in their chats, through the bot's endpoint, until all have or the time is up. */
export async function measurePresses(desk: DeskProcess, versionKey: string, forMs: number): Promise<Presses> {
  const cards = await cardsInChats(desk, versionKey);
  const waiting = cards.values();
  let refused = 0;
  const press = async ({ person, messageId }: Card) => {
    const { status } = answer.parse(await desk.ask('POST', `chats/${person}/actions`, { messageId, index: 0 }));
    if (status !== 200) refused += 1;
  };
  await desk.resetStats();
  const began = performance.now();
  const rush = await atRate(rushPerSecond, waiting, press, rushMs);
  const rest = await crowd(crowdSize, waiting, press, forMs - rushMs);
  const elapsed = performance.now() - began;
  const { graph } = await desk.stats();
  const pressed = rush.length + rest.length;
  if (refused > 0) throw new Error(`${refused} of ${pressed} presses were not answered with a card`);
  const crowdMs = elapsed - rushMs;
  return {
    pressed,
    elapsed,
    unitsEach: graph.resourceUnits / pressed,
    figures: [
      {
        what: `press to answer, ${rushPerSecond} presses/s`,
        figure: spread(rush),
        beside: `slowest ${milliseconds(percentile(rush, 100))}`,
      },
      // With few people all have pressed.
      ...(rest.length === 0
        ? []
        : [
            {
              what: `press to answer, ${crowdSize} at once without pause`,
              figure: spread(rest),
              beside: `${number(rest.length / (crowdMs / 1000))} presses/s; ${number(pressed)} of ${number(cards.length)} pressed`,
            },
          ]),
    ],
  };
}

interface Card {
  person: string;
  messageId: string;
}

/** Every card sent, by the ledger in SharePoint. */
async function cardsInChats(desk: DeskProcess, versionKey: string): Promise<Card[]> {
  const addresses = await listAddresses(desk.graph);
  const blocks = await rawItems(desk.graph, addresses, 'DeliveryBlocks', 'CampaignKey,Recipients');
  return blocks
    .filter(({ CampaignKey }) => CampaignKey === `policy_${versionKey}`)
    .flatMap(({ Recipients }) => recipients.parse(JSON.parse(String(Recipients))))
    .flatMap(({ person, activity }) => (activity === undefined ? [] : [{ person, messageId: activity }]));
}
