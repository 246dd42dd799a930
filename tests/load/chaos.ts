import { chaos } from '../faults/campaign/chaos.ts';
import { number, print, seconds } from './figures.ts';

const repeatWords = /Måske har du set det her før|You may have seen this before/;
const instances = 3;
const people = Number(process.env['CHAOS_PEOPLE'] ?? 2_500);
const kills = Number(process.env['CHAOS_KILLS'] ?? 8);
export const chaosCommand = `CHAOS_PEOPLE=${people} CHAOS_KILLS=${kills} npm run bench -- --only chaos`;

/**
 * A campaign of three instances behind a load balancer, which are killed and started again while it is sent, with Redis
 * killed once and faults in Graph and Teams. `CHAOS_PEOPLE` (2,500) and `CHAOS_KILLS` (8) are its size.
 */
export async function measureChaos(): Promise<void> {
  const story = await chaos({ people, instances, kills, redisKills: 1, faults: 0.02, presses: 200, sendRate: 40 });
  const states = Map.groupBy(story.ledger, ({ state }) => state);
  const inWords = [...states].toSorted(([one], [other]) => one.localeCompare(other, 'en'));
  const unmarked = (cards: readonly string[]) => cards.filter((card) => !repeatWords.test(card)).length;
  const twice = [...story.cards.values()].filter((cards) => unmarked(cards) > 1).length;
  const withoutEnd = story.ledger.filter(({ state }) => state === 'waiting' || state === 'reserved').length;
  print(`Three instances, killed while a campaign is sent: ${number(people)} people, ${number(kills)} kills`, [
    {
      what: 'recipients',
      figure: number(story.ledger.length),
      beside: inWords.map(([state, all]) => `${state} ${number(all.length)}`).join(', '),
    },
    { what: 'without a state that is an end', figure: number(withoutEnd), beside: 'must be 0' },
    { what: 'killed and started again', figure: number(kills), beside: 'instances; and Redis once' },
    { what: 'people with two cards that say nothing of it', figure: number(twice), beside: 'must be 0' },
    {
      what: 'people who pressed their card',
      figure: number(story.pressed.length),
      beside: `${number(story.pressedAgain)} presses were repeated; never taken: ${number(story.neverTaken.length)}, must be 0`,
    },
    {
      what: 'receipts',
      figure: number(story.receipts.length),
      beside: `of ${number(new Set(story.receipts).size)} people`,
    },
    {
      what: 'calls to Teams in the busiest second',
      figure: number(story.busiestSecond),
      beside: 'of all instances together; at most 50, beyond which Teams answers 429',
    },
    {
      what: 'requests that failed while an instance ended',
      figure: number(story.whileEnding.failed),
      beside: `of ${number(story.whileEnding.asked)}; must be 0`,
    },
    { what: 'time', figure: seconds(story.seconds * 1000), beside: 'from publishing to the last card and receipt' },
  ]);
}
