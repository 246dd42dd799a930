import { describe, expect, it } from 'vitest';
import type { Context } from '../../../api/context.ts';
import { declareObligationSources, obligationKinds } from '../../../api/obligations/index.ts';
import { defaultCadence, defaultKinds, isLegallyRequired } from '../../../api/reminders/cadence.ts';
import { wishesView } from '../../../api/reminders/wishes-view.ts';
import { kinds as da } from '../../../api/texts/da/kinds.ts';
import { kinds as en } from '../../../api/texts/en/kinds.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { aTown, the } from '../organisation/builders.ts';

async function program(): Promise<Context> {
  const { context } = await aTown('2026-11-24T09:00:00.000Z');
  declareObligationSources(context, obligationSources);
  return context;
}

describe('every kind of obligation', () => {
  it('has a cadence of its own, and words in both languages; nothing else has', async () => {
    const kinds = obligationKinds(await program()).toSorted();
    expect(defaultKinds.toSorted()).toEqual(kinds);
    expect(Object.keys(da).toSorted()).toEqual(kinds);
    expect(Object.keys(en).toSorted()).toEqual(kinds);
  });

  it('is told further when nobody does it, but news', async () => {
    const untold = obligationKinds(await program()).filter((kind) => {
      const { coordinatorAfter, managerAfter, committeeAfter } = defaultCadence(kind);
      return (coordinatorAfter ?? managerAfter ?? committeeAfter) === undefined;
    });
    expect(untold).toEqual(['readAnswer']);
  });

  it('is told as often whichever plan is to be written', () => {
    expect(defaultCadence('writeRestorePlan')).toEqual(defaultCadence('writePlan'));
  });

  it('is a wish of those only to whom it may come', async () => {
    const context = await program();
    expect(wishesView(context, the(context, 'anne')).kinds).toEqual(
      ['acknowledgePolicy', 'takeCourse', 'acknowledgeProcedure', 'doWheelTask'].map((kind) => ({
        kind,
        legallyRequired: isLegallyRequired(kind),
      })),
    );
  });
});
