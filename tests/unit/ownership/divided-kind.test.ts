import { beforeEach, expect, it } from 'vitest';
import { Assets } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import {
  declareObligationSources,
  HandOvers,
  obligationsOf,
  sharedObligations,
} from '../../../api/obligations/index.ts';
import { handOverViewOf } from '../../../api/obligations/obligation-rows.ts';
import { People } from '../../../api/organisation/index.ts';
import { Successions } from '../../../api/ownership/index.ts';
import { successionView } from '../../../api/ownership/succession/succession-views.ts';
import { translator } from '../../../api/texts/translate.ts';
import { successionCardFor } from '../../../bot/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { textsOf } from '../bot/lint-card.ts';
import { aTown, centre, person, the } from '../organisation/builders.ts';
import { anAsset, at } from '../risks/register-world.ts';

let context: Context;

/** Bo's recovery plan to write, handed over to Anne while both kinds of plan were `writePlan`. */
beforeEach(async () => {
  const town = await aTown('2026-11-24T09:00:00.000Z');
  context = { ...town.context, texts: translator };
  declareObligationSources(context, obligationSources);
  const vital = { criticality: 'vital', centreId: centre('syd'), changedAt: at('2026-10-01') } as const;
  await context.list(Assets).create(anAsset('ny', { title: 'Nyt system', ownerId: person('bo'), ...vital }));
  const key = sharedObligations(context).find(({ kind }) => kind === 'writeRestorePlan')?.key ?? '';
  const given = { from: person('bo'), by: person('ciso'), note: 'Bo er stoppet', at: at('2026-11-20') };
  await context.list(HandOvers).create({
    ...{ key: `handOver_${key}_0`, title: 'Nyt system', obligationKey: key, kind: 'writePlan', to: person('anne') },
    ...given,
  });
  const title = 'Skriv en nødprocedure for Nyt system';
  await context.list(Successions).create({
    ...{ key: 'alt', title: 'Bo Ærø', state: 'done', ...given },
    items: [{ kind: 'task', key, title, to: person('anne'), moved: true }],
  });
});

const titles = (who = 'anne') => successionView(context, the(context, who), 'alt').items.map(({ title }) => title);
const wordsOfCard = () => textsOf(successionCardFor(context, 'alt', person('anne'))).join('\n');

it('a recovery plan that was handed over before its kind was divided from that of procedures is told as what it is', async () => {
  expect(obligationsOf(context, person('anne')).map(({ kind }) => kind)).toContain('writeRestorePlan');
  const [handOver] = context.list(HandOvers).all();
  expect(handOver && handOverViewOf(context, the(context, 'ciso'), handOver).kind).toBe('writeRestorePlan');
  expect(titles()).toEqual(['Skriv en genetableringsplan for Nyt system']);
  expect(wordsOfCard()).toContain('Skriv en genetableringsplan for Nyt system');
});

it('work that was handed over is told in the reader’s language', async () => {
  await context.list(People).update('anne', () => ({ language: 'en' }));
  expect(titles()).toEqual(['Write a recovery plan for Nyt system']);
  expect(wordsOfCard()).toContain('Write a recovery plan for Nyt system');
});

it('work that is no longer to be done keeps the words that it was handed over with', async () => {
  await context.list(Assets).update('ny', () => ({ state: 'retired' }));
  expect(titles()).toEqual(['Skriv en nødprocedure for Nyt system']);
});
