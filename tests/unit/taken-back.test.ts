import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ApprovalRequests, latestRequest, withdrawApproval } from '../../api/approvals/index.ts';
import { Assets, decideNotNeeded, reinstateAsset, retireAsset, undoNotNeeded } from '../../api/assets/index.ts';
import { Courses, endExemption, exemptPerson } from '../../api/awareness/index.ts';
import type { Context } from '../../api/context.ts';
import { cancelDowntime } from '../../api/contingency/downtime/close-downtime.ts';
import { reportDowntime } from '../../api/contingency/downtime/report-downtime.ts';
import { cancelTest } from '../../api/contingency/exercises/move-test.ts';
import { planTest } from '../../api/contingency/exercises/plan-test.ts';
import { allPlans, plans } from '../../api/contingency/plans/plans.ts';
import { askAcceptance as askDowntime } from '../../api/critical-services/ask-acceptance.ts';
import { acceptanceOf, AssetRecovery, CriticalServices } from '../../api/critical-services/index.ts';
import { reinstateService, retireService } from '../../api/critical-services/retire-service.ts';
import { setVital, undoVital } from '../../api/critical-services/set-vital.ts';
import { chooseLimit, resetLimit } from '../../api/figures/settings/choose-limit.ts';
import { addSubject, removeSubject } from '../../api/governance/orientation/collect-subjects.ts';
import { suggestions } from '../../api/governance/orientation/suggestions.ts';
import { shippedChecklists } from '../../api/inspections/index.ts';
import { cancelInspection, planInspection } from '../../api/inspections/programme/plan-inspection.ts';
import { addDays, asAppError, todayOf, type Actor, type AssignableRole } from '../../api/kernel/index.ts';
import { allMeasures } from '../../api/measures/measures.ts';
import { submitMeasure } from '../../api/measures/submit-measure.ts';
import { endAbsence, endHandOver, handOver, HandOvers, recordAbsence } from '../../api/obligations/index.ts';
import { assignRole, endRole, nameDeputy, People, RoleAssignments, rolesOf } from '../../api/organisation/index.ts';
import { allProcedures, submitProcedure } from '../../api/procedures/procedures.ts';
import { cadenceOf, reminderKinds } from '../../api/reminders/cadences.ts';
import { changeCadence, resetCadence } from '../../api/reminders/change-cadence.ts';
import { raiseTrigger, takeBackTrigger } from '../../api/risks/assessments/triggers.ts';
import { allCatalogues } from '../../api/risks/catalogues/catalogues.ts';
import { hideCatalogue } from '../../api/risks/catalogues/keep-catalogues.ts';
import { knownRisks } from '../../api/risks/index.ts';
import { askAcceptance } from '../../api/risks/treatment/ask-acceptance.ts';
import { person, the } from './organisation/builders.ts';
import { aSeededTown } from '../support/seeded-town.ts';
import { whatIsKnown } from '../support/what-is-known.ts';

const reason = 'Det var en fejl';
type Undo = (() => Promise<unknown>) | undefined;
/** Does one of the acts on the record at a place among those it is possible for; undefined: there is none. */
type Act = (context: Context, actor: Actor, place: number) => Promise<Undo>;

const at = <Item>(items: readonly Item[], place: number): Item | undefined => items[place % items.length];
const inDays = (context: Context, days: number) => addDays(todayOf(context.clock), days);
const holdersOf = (context: Context, role: AssignableRole) =>
  context
    .list(RoleAssignments)
    .all()
    .filter((one) => one.role === role && rolesOf(context, one.personId).length > 0);
const colleagues = (context: Context, { personId }: Actor) =>
  context
    .list(People)
    .all()
    .filter(({ key, leftOn }) => leftOn === undefined && key !== personId);
const assetsInUse = (context: Context) =>
  context
    .list(Assets)
    .all()
    .filter(({ state }) => state === 'inUse');
const servicesInUse = (context: Context) =>
  context
    .list(CriticalServices)
    .all()
    .filter(({ state }) => state === 'inUse');
/** Withdraws the request that is open about a subject. */
const withdrawal = (context: Context, actor: Actor, subjectKey: string): Undo => {
  const open = context
    .list(ApprovalRequests)
    .all()
    .find((one) => one.subjectKey === subjectKey && one.state === 'open');
  return open && (() => withdrawApproval(context, actor, { requestKey: open.key }));
};

const acts: Readonly<Record<string, Act>> = {
  async retireAsset(context, actor, place) {
    const asset = at(assetsInUse(context), place);
    if (!asset) return undefined;
    await retireAsset(context, actor, asset.key, reason);
    return () => reinstateAsset(context, actor, asset.key);
  },
  async decideNotNeeded(context, actor, place) {
    const asset = at(
      assetsInUse(context).filter(({ notNeeded }) => !notNeeded),
      place,
    );
    if (!asset) return undefined;
    await decideNotNeeded(context, actor, asset.key, reason);
    return () => undoNotNeeded(context, actor, asset.key);
  },
  async setVital(context, actor, place) {
    // One that replaces an earlier decision takes that away for good.
    const asset = at(
      assetsInUse(context).filter(({ key }) => context.list(AssetRecovery).get(key)?.vital === undefined),
      place,
    );
    if (!asset) return undefined;
    await setVital(context, actor, asset.key, { is: place % 2 === 0, reason });
    return () => undoVital(context, actor, asset.key);
  },
  async retireService(context, actor, place) {
    const service = at(servicesInUse(context), place);
    if (!service) return undefined;
    await retireService(context, actor, service.key, { reason });
    return () => reinstateService(context, actor, service.key, undefined);
  },
  async askDowntime(context, actor, place) {
    const isOpen = (key: string) => !['accepted', 'waiting'].includes(acceptanceOf(context, key).state);
    const service = at(
      servicesInUse(context).filter(({ key, mtd }) => mtd !== undefined && isOpen(key)),
      place,
    );
    if (!service) return undefined;
    await askDowntime(context, actor, service.key);
    return withdrawal(context, actor, service.key);
  },
  async acceptRisk(context, actor, place) {
    const risks = [...knownRisks(context).values()].filter(({ statuses }) => statuses.current);
    const risk = at(
      risks.filter(({ key }) => latestRequest(context, 'riskAcceptance', key)?.state !== 'open'),
      place,
    );
    if (!risk) return undefined;
    await askAcceptance(context, actor, risk.key, { reason, until: inDays(context, 100) });
    return withdrawal(context, actor, risk.key);
  },
  async raiseTrigger(context, actor, place) {
    const asset = at(assetsInUse(context), place);
    if (!asset) return undefined;
    const about = { assetKey: asset.key, reason: 'incident' as const, note: `Hændelse ${place}` };
    const key = await raiseTrigger(context, actor, { ...about, due: inDays(context, 10) });
    return () => takeBackTrigger(context, actor, key);
  },
  async hideCatalogue(context, actor, place) {
    const catalogue = at(
      allCatalogues(context).filter(({ hidden }) => !hidden),
      place,
    );
    if (!catalogue) return undefined;
    await hideCatalogue(context, actor, catalogue.key, true);
    return () => hideCatalogue(context, actor, catalogue.key, false);
  },
  async exempt(context, actor, place) {
    const [who, course] = [at(colleagues(context, actor), place), at(context.list(Courses).all(), place)];
    if (!who || !course) return undefined;
    const from = inDays(context, place % 2 === 0 ? 0 : 10);
    const { key } = await exemptPerson(context, actor, {
      personId: person(who.key),
      courseKey: course.key,
      reason,
      from,
    });
    return () => endExemption(context, actor, key);
  },
  async handOver(context, actor, place) {
    const [from, to] = [at(holdersOf(context, 'coordinator'), place), at(holdersOf(context, 'securityTeam'), place)];
    if (!from || !to) return undefined;
    const before = new Set(context.list(HandOvers).all());
    await handOver(context, actor, { fromPersonId: from.personId, toPersonId: to.personId, note: reason });
    const made = context
      .list(HandOvers)
      .all()
      .filter((one) => !before.has(one));
    return async () => {
      for (const { key } of made) await endHandOver(context, actor, key);
    };
  },
  async leave(context, _actor, place) {
    const who = at(holdersOf(context, place % 2 === 0 ? 'coordinator' : 'centreManager'), place)?.personId;
    if (who === undefined) return undefined;
    const own = the(context, who);
    await recordAbsence(context, own, { personId: who, from: inDays(context, place % 3), to: inDays(context, 20) });
    return () => endAbsence(context, own, who);
  },
  async assignRole(context, actor, place) {
    const who = at(colleagues(context, actor), place);
    if (!who) return undefined;
    const given = { personId: person(who.key), role: 'securityTeam' as const, chair: false };
    const { key } = await assignRole(context, actor, { ...given, startsOn: inDays(context, 3) });
    return () => endRole(context, actor, { key, endsOn: todayOf(context.clock) });
  },
  async nameDeputy(context, actor, place) {
    const seat = at(
      holdersOf(context, 'securityCommittee').filter(({ deputyId }) => deputyId === undefined),
      place,
    );
    const who = at(
      colleagues(context, actor).filter(({ key }) => key !== seat?.personId),
      place,
    );
    if (!seat || !who) return undefined;
    await nameDeputy(context, actor, { key: seat.key, deputyId: person(who.key) });
    return () => nameDeputy(context, actor, { key: seat.key });
  },
  async submitProcedure(context, actor, place) {
    // Withdrawing what is sent again ends what was returned: somebody gives it up.
    const drafts = [...allProcedures(context).values()].filter(({ coming }) => coming?.state === 'draft');
    const now = at(drafts, place);
    const isk = holdersOf(context, 'coordinator').find(({ centreId }) => centreId === now?.procedure.centreId);
    if (!now?.coming) return undefined;
    await submitProcedure(context, isk ? the(context, isk.personId) : actor, now.procedure.key);
    return withdrawal(context, actor, now.coming.version.key);
  },
  async submitMeasure(context, actor, place) {
    const known = at(
      allMeasures(context).filter(({ state }) => state === 'draft'),
      place,
    );
    if (!known) return undefined;
    await submitMeasure(context, actor, known.measure.key);
    return withdrawal(context, actor, known.measure.key);
  },
  async renewPlan(context, actor, place) {
    const now = at(
      [...allPlans(context).values()].filter(({ current }) => current && !current.renewing),
      place,
    );
    if (!now?.current) return undefined;
    await plans.renew(context, actor, now.plan.key, reason);
    return withdrawal(context, actor, now.current.version.key);
  },
  async planTest(context, actor, place) {
    const now = at(
      [...allPlans(context).values()].filter(({ current }) => current),
      place,
    );
    if (!now) return undefined;
    const { key } = await planTest(context, actor, now.plan.key, {
      ...{ kind: 'tableTop', title: 'Skrivebord', scenario: 'Nede', injects: [], participantIds: [] },
      ...{ criteria: [{ key: 'k', text: 'Alle ved hvad de gør' }], on: inDays(context, 5), time: '10:00' },
      leaderId: actor.personId,
    });
    return () => cancelTest(context, actor, key, reason);
  },
  async reportDowntime(context, actor, place) {
    const asset = at(
      assetsInUse(context).filter(({ kind }) => kind === 'system'),
      place,
    );
    const { downtime, existed } = await reportDowntime(context, actor, { assetKey: asset?.key ?? '', note: '' });
    return existed ? undefined : () => cancelDowntime(context, actor, downtime.key, reason);
  },
  async planInspection(context, actor, place) {
    const centreId = at(holdersOf(context, 'coordinator'), place)?.centreId ?? '';
    const about = { checklistKey: shippedChecklists[0]?.key ?? '', place: '', why: '', inspectorId: actor.personId };
    const { key } = await planInspection(context, actor, { ...about, centreId, plannedOn: inDays(context, 20) });
    return () => cancelInspection(context, actor, key, reason);
  },
  async chooseLimit(context, actor, place) {
    await chooseLimit(context, actor, 'incidents', place + 1);
    return () => resetLimit(context, actor, 'incidents');
  },
  async changeCadence(context, actor, place) {
    const kind = at(reminderKinds(context), place) ?? '';
    await changeCadence(context, actor, kind, { ...cadenceOf(context, kind), before: [3] });
    return () => resetCadence(context, actor, kind);
  },
  async addSubject(context, actor, place) {
    const found = at(await suggestions(context, 'da'), place);
    if (!found) return undefined;
    const { title, path, key: suggestion } = found;
    await addSubject(context, actor, { title, text: reason, path, suggestion }, suggestion);
    return () => removeSubject(context, actor, suggestion);
  },
};

/** What is refused has done nothing. */
const tried = (context: Context, actor: Actor, { name, place }: { name: string; place: number }): Promise<Undo> =>
  acts[name]?.(context, actor, place).catch((thrown: unknown) => void asAppError(thrown)) ?? Promise.resolve(undefined);
async function aCiso() {
  const { context } = await aSeededTown();
  return { context, actor: the(context, holdersOf(context, 'ciso')[0]?.personId ?? '') };
}

const town = aCiso();

describe('acts that are taken back on the same day, several of them, in any order', () => {
  it('leave what everybody owes and may, the figures and where everything stands as before them', async () => {
    const act = fc.record({
      name: fc.constantFrom(...Object.keys(acts)),
      place: fc.nat({ max: 99 }),
      undoneAs: fc.nat({ max: 9 }),
    });
    const { context, actor } = await aCiso();
    const before = await whatIsKnown(context);
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 3 }), async (chosen) => {
        const done: { undo: Undo; undoneAs: number }[] = [];
        for (const one of chosen) done.push({ undo: await tried(context, actor, one), undoneAs: one.undoneAs });
        for (const { undo } of done.toSorted((one, other) => one.undoneAs - other.undoneAs)) await undo?.();
        expect(await whatIsKnown(context)).toEqual(before);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it.each(Object.keys(acts))('are all tried: %s', async (name) => {
    const { context, actor } = await town;
    const undone: string[] = [];
    for (let place = 0; place < 5; place += 1) {
      const undo = await tried(context, actor, { name, place });
      if (undo) undone.push(name);
      await undo?.();
    }
    expect(undone).not.toEqual([]);
  });
});
