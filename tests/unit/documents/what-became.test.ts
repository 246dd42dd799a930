import { describe, expect, it } from 'vitest';
import { planView } from '../../../api/contingency/plan-pages/plan-view.ts';
import { plans, retirePlan } from '../../../api/contingency/plans/plans.ts';
import { errorText } from '../../../api/http/index.ts';
import { asAppError } from '../../../api/kernel/index.ts';
import { discardMeasure, proposeMeasure } from '../../../api/measures/index.ts';
import { measureOrThrow } from '../../../api/measures/measures.ts';
import { discardDraft as discardPolicyDraft, draftPolicy } from '../../../api/policy/index.ts';
import { versionFor } from '../../../api/policy/policy-views.ts';
import { discardDraft, retireProcedure } from '../../../api/procedures/index.ts';
import { procedureView } from '../../../api/procedures/procedure-view.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aPlannedTown, drafted as draftedPlan, inForceNow } from '../contingency/plans/planned-town.ts';
import { aTown, the } from '../organisation/builders.ts';
import { aDraft as aPolicyDraft } from '../policy/builders.ts';
import { aLibrary, drafted, inForce } from '../procedures/a-library.ts';

/** What a reader is told in Danish, with the kind of refusal. */
function told(work: () => unknown): string {
  try {
    work();
    return 'seen';
  } catch (thrown) {
    const { kind, code, details } = asAppError(thrown);
    return `${kind}: ${errorText(translator('da'), code, details, kind)}`;
  }
}

describe('a link to what is no more', () => {
  it('tells the writers of a procedure who discarded its draft, and nobody else that there was one', async () => {
    const { context } = await aLibrary();
    const key = await drafted(context);
    await discardDraft(context, the(context, 'isk-nord'), key);
    const seenBy = (who: string, of = key) => told(() => procedureView(context, the(context, who), of));
    expect(seenBy('manager-nord')).toMatch(/^missing: .+ kasserede kladden den \d+\. \w+\. \d{4}\./);
    expect(seenBy('anne')).toBe(seenBy('anne', 'none'));
    expect(seenBy('isk-syd')).toBe(seenBy('isk-syd', 'none'));
  });

  it('tells those who read a procedure since when it is retired', async () => {
    const { context } = await aLibrary();
    const key = await inForce(context);
    await retireProcedure(context, the(context, 'isk-nord'), key, 'Afløst af Teams');
    const seenBy = (who: string, of = key) => told(() => procedureView(context, the(context, who), of));
    expect(seenBy('isk-syd')).toBe(seenBy('isk-syd', 'none'));
    expect(seenBy('anne')).toMatch(/^missing: Den blev taget ud af brug den \d+\. \w+\. \d{4} og gælder ikke mere\./);
  });

  it('tells the same of a plan, to its own readers alone', async () => {
    const { context } = await aPlannedTown();
    const isk = the(context, 'isk-nord');
    const discarded = await draftedPlan(context);
    await plans.discard(context, isk, discarded);
    const seenBy = (who: string, of: string) => told(() => planView(context, the(context, who), of));
    expect(seenBy('isk-nord', discarded)).toMatch(/ kasserede kladden den /);
    expect(seenBy('anne', discarded)).toBe(seenBy('anne', 'none'));
    const retired = await inForceNow(context);
    const strangers = ['bo', 'isk-syd', 'anne'].filter((who) => seenBy(who, retired) !== 'seen');
    const readers = ['bo', 'isk-syd', 'anne'].filter((who) => seenBy(who, retired) === 'seen');
    await retirePlan(context, isk, retired, 'Nyt system');
    expect(readers.length).toBeGreaterThan(0);
    for (const who of readers) expect(seenBy(who, retired)).toMatch(/Planen blev taget ud af brug den /);
    for (const who of strangers) expect(seenBy(who, retired)).toBe(seenBy(who, 'none'));
  });

  it('tells those who prepare the policy who discarded a draft of it, and nobody else', async () => {
    const { context } = await aTown('2026-11-24T09:00:00.000Z');
    const ciso = the(context, 'ciso');
    const { key } = await draftPolicy(context, ciso, aPolicyDraft());
    await discardPolicyDraft(context, ciso, key);
    const seenBy = (who: string, of = key) => told(() => versionFor(context, the(context, who), of));
    expect(seenBy('committee')).toMatch(/ kasserede kladden den 24\. nov\. 2026\./);
    expect(seenBy('anne')).toBe(seenBy('anne', 'none'));
  });

  it('tells who discarded a measure', async () => {
    const { context } = await aTown('2026-11-24T09:00:00.000Z');
    const ciso = the(context, 'ciso');
    const { key } = await proposeMeasure(context, ciso, {
      title: 'Nøglekort',
      background: 'Koderne deles.',
      costOnce: 1,
      costYearly: 1,
      risk: 'Uvedkommende kommer ind.',
      recommendation: 'Det indstilles.',
      steps: [],
    });
    await discardMeasure(context, ciso, key);
    expect(told(() => measureOrThrow(context, key))).toMatch(/ kasserede forslaget den 24\. nov\. 2026\./);
  });
});
