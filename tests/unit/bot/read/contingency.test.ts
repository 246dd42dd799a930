import { it } from 'vitest';
import { ContingencyPlans, continuePacks, placePack } from '../../../../api/contingency/index.ts';
import { closeTest, saveEvaluation } from '../../../../api/contingency/exercises/evaluate-test.ts';
import { cancelTest, endTest } from '../../../../api/contingency/exercises/move-test.ts';
import { injectSubject } from '../../../../api/contingency/exercises/inject-keys.ts';
import { changeTest } from '../../../../api/contingency/exercises/plan-test.ts';
import { invitationSubject, testInvitationKind } from '../../../../api/contingency/exercises/test-campaigns.ts';
import { writeLog } from '../../../../api/contingency/exercises/write-log.ts';
import { cancelDowntime, closeDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { stepDone } from '../../../../api/contingency/downtime/step-done.ts';
import { raiseLimitAlarms } from '../../../../api/contingency/limit-alarms/alarms.ts';
import type { Context } from '../../../../api/context.ts';
import { DeliveryBlocks } from '../../../../api/deliveries/index.ts';
import { nowOf, type Language } from '../../../../api/kernel/index.ts';
import { People, RoleAssignments } from '../../../../api/organisation/index.ts';
import {
  downtimeCardFor,
  limitAlarmCardFor,
  injectCardFor,
  offlinePackCardFor,
  endedPartCard,
  partCardFor,
  testInvitationCardFor,
  verbs,
} from '../../../../bot/index.ts';
import { aContent, aPlan, aPlanVersion, inForce } from '../../contingency/builders.ts';
import { aCrisis, aProcedure } from '../../contingency/downtime/a-crisis.ts';
import { aPaperTown, aVitalSystem } from '../../contingency/documents/papers.ts';
import { aNewVersion, retire, theLatest } from '../../contingency/packs/pack-town.ts';
import { annesContent, aPocket, nextVersion } from '../../contingency/pocket/a-pocket.ts';
import { aBody, aRunningTest, aTestedTown, campaigns, isk, whole } from '../../contingency/exercises/tested-town.ts';
import { anAssignment, person, the } from '../../organisation/builders.ts';
import { readCards } from './as-read.ts';

const names: Readonly<Record<string, string>> = { ciso: 'Camilla Holm', 'manager-nord': 'Hanne Lauridsen' };

async function speak(context: Context, language: Language): Promise<void> {
  for (const { key, title } of context.list(People).all())
    await context.list(People).update(key, () => ({ title: names[key] ?? title, language }));
}

it('cards about a part in a plan read as they are approved', async () => {
  await readCards(async (look, language) => {
    const { context, setNow } = await aPocket();
    await speak(context, language);
    const card = (versionKey = 'p1-v1', who = 'anne') => partCardFor(context, versionKey, person(who));
    const press = (versionKey = 'p1-v1') =>
      verbs['plan.confirmPart']!.read({ versionKey })!.run(context, the(context, 'anne'));
    look('named', card());
    look('confirmed', await press());
    look('pressed again', await press());
    const versionKey = await nextVersion(context, annesContent({ firstHour: annesContent().firstHour.slice(0, 1) }));
    look('the old card, pressed after a new version', card());
    setNow('2027-01-10T09:00:00.000Z');
    look('the last day is over', card(versionKey));
    look('not named', card(versionKey, 'bo'));
    look('gone', card('p1-v9'));
    await context.list(ContingencyPlans).update('p1', () => ({ retiredAt: nowOf(context.clock) }));
    look('retired', card(versionKey));
    for (const line of [
      endedPartCard(context, 'p1-v1', person('bo')),
      endedPartCard(context, versionKey, person('anne')),
    ])
      if (line) look('unanswered, of a version that is over', line);
  });
});

it('cards about packs read as they are approved', async () => {
  await readCards(async (look, language) => {
    const { context, setNow } = await aPaperTown();
    await speak(context, language);
    await aVitalSystem(context, 'journal', { title: 'Omsorgsjournal' });
    await continuePacks(context);
    const first = theLatest(context).key;
    const card = (key = theLatest(context).key, who = 'isk-nord') => offlinePackCardFor(context, key, person(who));
    look('the first pack', card());
    setNow('2026-12-20T09:00:00.000Z');
    look('the last day is over', card());
    await placePack(context, the(context, 'isk-nord'), { packKey: first, place: 'Skabet på vagtstuen' });
    look('placed', card());
    await aNewVersion(context, 'plan-journal', '2026-12-20');
    await continuePacks(context);
    look('a plan has changed', card());
    look('the old card, pressed after a new pack', card(first));
    await retire(context, 'plan-journal');
    await continuePacks(context);
    look('somebody else’s', card(first, 'isk-syd'));
  });
});

it('cards about tests read as they are approved', async () => {
  await readCards(async (look, language) => {
    const town = await aTestedTown();
    const { context, setNow } = town;
    await speak(context, language);
    const card = (key: string, who = 'anne') =>
      testInvitationCardFor(context, invitationSubject(context, key), person(who));
    const planned = await town.plan();
    look('invited', card(planned.key));
    look('leads it', card(planned.key, 'isk-nord'));
    const [campaign] = await campaigns(town, testInvitationKind);
    await context.list(DeliveryBlocks).create({
      ...{ key: 'block', title: 'x', campaignKey: campaign?.key ?? '', position: 1 },
      recipients: [{ person: person('anne'), state: 'sent', activity: 'card-anne', at: nowOf(context.clock) }],
    });
    setNow('2026-11-25T09:00:00.000Z');
    await changeTest(context, isk(town), planned.key, aBody({ on: '2026-12-10' }));
    look('moved', card(planned.key));
    await changeTest(context, isk(town), planned.key, aBody({ on: '2026-12-10', participantIds: ['manager-nord'] }));
    look('taken off it', card(planned.key));
    await cancelTest(context, isk(town), planned.key, 'Snestorm');
    look('called off', card(planned.key, 'manager-nord'));
    look('gone', testInvitationCardFor(context, 'nothing', person('anne')));

    const key = await aRunningTest(town);
    const inject = (who = 'anne') => injectCardFor(context, injectSubject(key, 'first'), person(who));
    const write = (text: string) =>
      writeLog(context, isk(town, 'anne'), {
        ...{ subjectKey: injectSubject(key, 'first'), kind: 'decision', text },
        occasion: injectSubject(key, 'first'),
      });
    look('it has begun', card(key));
    setNow('2026-12-08T08:10:00.000Z');
    look('something happens', inject());
    look('something happens, to somebody who takes no part', inject('bo'));
    for (const [minute, text] of ['Vi ringer rundt', 'Vi kører ud', 'Vi låner en bil', 'Vi er fremme'].entries()) {
      setNow(`2026-12-08T08:1${minute}:00.000Z`);
      await write(text);
    }
    look('four have been written', inject());
    setNow('2026-12-08T09:30:00.000Z');
    await endTest(context, isk(town), key);
    look('the inject, when it is over', inject());
    look('held', card(key));
    look('held, to who leads it', card(key, 'isk-nord'));
    await saveEvaluation(context, isk(town), key, whole);
    await closeTest(context, isk(town), key);
    look('passed', card(key));
  });
});

it('cards about downtimes read as they are approved', async () => {
  await readCards(async (look, language) => {
    const { context, setNow } = await aCrisis();
    await speak(context, language);
    await aProcedure(context);
    const key = 'downtime_journal_1';
    const card = (who: string) => downtimeCardFor(context, key, person(who));
    await reportDowntime(context, the(context, 'isk-nord'), { assetKey: 'journal', note: 'Sort skærm siden i morges' });
    look('in a centre with a procedure', card('isk-nord'));
    look('in a centre without one', card('isk-syd'));
    await context.list(People).update('team', () => ({ centreId: undefined }));
    look('the security team', card('team'));
    look('nobody told this person', card('bo'));
    setNow('2026-11-24T13:30:00Z');
    look('longer than it may be', card('isk-nord'));
    await closeDowntime(context, the(context, 'isk-nord'), key, {
      ...{ endedAt: '2026-11-24T13:10:00Z', cause: 'Strømmen gik', lessons: '', testedPlanKeys: [], improvements: [] },
    });
    look('it works again', card('isk-nord'));
    const other = await aCrisis();
    await speak(other.context, language);
    await reportDowntime(other.context, the(other.context, 'isk-nord'), { assetKey: 'journal', note: '' });
    await cancelDowntime(other.context, the(other.context, 'ciso'), key, 'Kun én skærm');
    look('a false alarm', downtimeCardFor(other.context, key, person('isk-nord')));
    look('gone', downtimeCardFor(context, 'downtime_none_1', person('isk-nord')));
  });
});

it('cards of who is named in a plan, and of its time, read as they are approved', async () => {
  await readCards(async (look, language) => {
    const { context, setNow } = await aCrisis();
    await speak(context, language);
    await inForce(context, aPlan('nord-plan'), aPlanVersion('nord-plan', { content: namedContent }));
    await context.list(RoleAssignments).create(anAssignment('anne', 'executiveBoard'));
    const key = 'downtime_journal_1';
    const own = () => downtimeCardFor(context, key, person('bo'));
    const alarm = (mark: string, who: string) => limitAlarmCardFor(context, `${key}_limit_${mark}`, person(who));
    await reportDowntime(context, the(context, 'isk-nord'), { assetKey: 'journal', note: 'Sort skærm siden i morges' });
    look('named in the plan of what is down', own());
    const step = { downtimeKey: key, planKey: 'nord-plan', stepKey: 'f1' };
    await stepDone(context, the(context, 'bo'), step);
    look('the first step is done', own());
    look('on the call list alone', downtimeCardFor(context, key, person('anne')));
    setNow('2026-11-24T11:00:00Z');
    await raiseLimitAlarms(context);
    look('half of it', alarm('half_1', 'isk-syd'));
    look('half of it, to who has steps', alarm('half_1', 'bo'));
    setNow('2026-11-24T12:00:00Z');
    await raiseLimitAlarms(context);
    look('a later one has come', alarm('half_1', 'isk-syd'));
    look('three quarters', alarm('threeQuarters_1', 'isk-nord'));
    setNow('2026-11-24T13:00:00Z');
    await raiseLimitAlarms(context);
    look('too long', alarm('full_1', 'isk-nord'));
    look('too long, to Direktionen', alarm('full_1', 'anne'));
    await closeDowntime(context, the(context, 'isk-nord'), key, {
      ...{ endedAt: '2026-11-24T12:50:00Z', cause: 'Strømmen gik', lessons: '', testedPlanKeys: [], improvements: [] },
    });
    look('it works again', own());
    look('it works again', alarm('full_1', 'bo'));
  });
});

const namedContent = aContent({
  firstHour: [
    { key: 'f1', text: 'Ring til Servicedesk.', role: 'Planlægger', personId: 'bo', minutes: 5 },
    { key: 'f2', text: 'Tag mappen frem', role: 'Teamleder', minutes: 15 },
  ],
  steps: [{ key: 's1', text: 'Saml op: Hvem mangler besøg?', role: '', personId: 'bo', minutes: 120 }],
  returnToNormal: [{ key: 'r1', text: 'Kontrollér tre borgere', role: '', personId: 'bo' }],
  workarounds: [{ key: 'w1', title: 'Medicin', text: 'Giv efter listen i den røde mappe.', form: 'Skema A' }],
});
