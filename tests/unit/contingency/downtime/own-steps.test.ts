import { beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../../api/context.ts';
import { closeDowntime } from '../../../../api/contingency/downtime/close-downtime.ts';
import { downtimeKind } from '../../../../api/contingency/downtime/downtime-campaign.ts';
import { downtimeView } from '../../../../api/contingency/downtime/downtime-view.ts';
import { reportDowntime } from '../../../../api/contingency/downtime/report-downtime.ts';
import { ContingencyPlanVersions } from '../../../../api/contingency/index.ts';
import { ownStepsOf } from '../../../../api/contingency/plans/plan-people.ts';
import { DeliveryBlocks } from '../../../../api/deliveries/index.ts';
import { createDowntimeFollower, downtimeCardFor, verbs } from '../../../../bot/index.ts';
import { buttonsIn, buttonsOf, lintCard, textsOf } from '../../bot/lint-card.ts';
import { person, the } from '../../organisation/builders.ts';
import { aContent, aPlan, aPlanVersion, inForce } from '../builders.ts';
import { aCrisis } from './a-crisis.ts';

const content = aContent({
  firstHour: [
    { key: 'f1', text: 'Ring til Servicedesk', role: 'Planlægger', personId: 'bo', minutes: 5 },
    { key: 'f2', text: 'Tag mappen frem', role: 'Vagthavende', minutes: 15 },
    { key: 'f3', text: 'Læs kørelisten op', role: 'planlægger', minutes: 30 },
    { key: 'f4', text: 'Lås døren', role: 'Planlægger', personId: 'anne' },
  ],
  steps: [{ key: 's1', text: 'Saml op', role: '', personId: 'bo' }],
  returnToNormal: [{ key: 'r1', text: 'Kontrollér tre borgere', role: '', personId: 'bo' }],
  workarounds: [{ key: 'w1', title: 'Medicin', text: 'Giv efter listen.', form: 'Skema A' }],
  contacts: [
    { key: 'c1', role: 'Vagthavende', personId: 'anne', name: '', phone: '43 57 00 00', note: '' },
    { key: 'c2', role: 'Nattevagt', name: 'Vagtcentralen', phone: '+45 43570001', note: '' },
  ],
});

describe('ownStepsOf', () => {
  it('is the steps with one’s name and those of one’s role that name nobody, in the order of the plan', () => {
    expect(ownStepsOf(content, 'bo').map(({ key }) => key)).toEqual(['f1', 'f3', 's1', 'r1']);
    expect(ownStepsOf(content, 'anne').map(({ key }) => key)).toEqual(['f2', 'f3', 'f4']);
    expect(ownStepsOf(content, 'team')).toEqual([]);
  });
});

describe('the card of somebody who is named in the plan of what is down', () => {
  let context: Context;
  let setNow: (moment: string) => void;
  const key = 'downtime_journal_1';
  const card = () => downtimeCardFor(context, key, person('bo'));
  const lines = () => textsOf(card());
  const press = async () => {
    const button = buttonsIn(card().card).find(({ verb }) => verb === 'downtime.stepDone');
    if (!button) throw new Error('no such button');
    return verbs['downtime.stepDone']?.read(button.data)?.run(context, the(context, 'bo'));
  };

  beforeEach(async () => {
    ({ context, setNow } = await aCrisis());
    await inForce(context, aPlan('nord-plan'), aPlanVersion('nord-plan', { content }));
    await reportDowntime(context, the(context, 'isk-nord'), { assetKey: 'journal', note: '' });
  });

  it('goes to them too, though they answer for nothing else, and tells their own steps alone, whom to call, and by hand', () => {
    expect(downtimeKind.audience(context, key)).toContain('bo');
    expect(lines()).toEqual(
      expect.arrayContaining([
        'Det gør du (Planlægger)',
        '1\u200b. Ring til Servicedesk (inden 5 minutter)',
        '2\u200b. Læs kørelisten op (inden 30 minutter)',
        '3\u200b. Saml op',
        'Når det kører igen',
        '4\u200b. Kontrollér tre borgere',
        'I hånden imens',
        'Medicin. Giv efter listen. Skema: Skema A',
        'Nattevagt, Vagtcentralen: [+45 43570001](tel:+4543570001)',
      ]),
    );
    for (const others of ['Tag mappen frem', 'Lås døren']) expect(lines().join('\n')).not.toContain(others);
    expect(buttonsOf(card())).toEqual(['Trin 1 er gjort', 'Hele planen']);
    expect(lintCard(card())).toEqual([]);
  });

  it('is pressed step by step, and the log of the downtime says so once', async () => {
    const back = await press();
    expect(JSON.stringify(back?.card)).toContain('Trin 1 er noteret i loggen.');
    expect(lines()).toContain('✓ 1. Ring til Servicedesk (gjort 24. nov. 2026 kl. 10.00)');
    expect(buttonsOf(card())).toContain('Trin 2 er gjort');
    const again = { subjectKey: key, planKey: 'nord-plan', stepKey: 'f1' };
    await verbs['downtime.stepDone']?.read(again)?.run(context, the(context, 'bo'));
    expect(downtimeView(context, the(context, 'ciso'), key).log).toMatchObject([
      { kind: 'event', text: 'Gjort: Ring til Servicedesk', by: { id: 'bo' } },
    ]);
    for (let left = 3; left > 0; left -= 1) await press();
    expect(lines()).toContain('Du har gjort alle dine trin.');
    expect(buttonsOf(card())).toEqual(['Hele planen']);
    expect(lintCard(card())).toEqual([]);
  });

  it('takes no step of another', async () => {
    const others = { subjectKey: key, planKey: 'nord-plan', stepKey: 'f2' };
    const back = await verbs['downtime.stepDone']?.read(others)?.run(context, the(context, 'bo'));
    expect(downtimeView(context, the(context, 'ciso'), key).log).toEqual([]);
    expect(JSON.stringify(back?.card)).not.toContain('noteret i loggen');
  });

  it('follows a plan that is changed meanwhile, and becomes one line when it is over', async () => {
    await context.list(DeliveryBlocks).create({
      ...{ key: 'block', title: 'x', campaignKey: `downtimeCard_${key}`, position: 1 },
      recipients: [{ person: person('bo'), state: 'sent', activity: 'a1' }],
    });
    const shown: string[] = [];
    const follower = createDowntimeFollower(context, async (_subject, _person, message) => {
      shown.push(JSON.stringify(message.card));
      return 'edited';
    });
    await follower.process();
    const [first] = content.firstHour;
    if (!first) throw new Error('no step');
    const changed = { ...content, firstHour: [{ ...first, text: 'Ring til 70 20 90 00' }] };
    await context.list(ContingencyPlanVersions).update('nord-plan-v1', () => ({ content: changed }));
    await follower.process();
    expect(shown.at(-1)).toContain('Ring til 70 20 90 00');
    setNow('2026-11-24T12:00:00Z');
    await closeDowntime(context, the(context, 'isk-nord'), key, {
      ...{ endedAt: '2026-11-24T11:10:00Z', cause: 'Strøm', lessons: '', testedPlanKeys: [], improvements: [] },
    });
    await follower.process();
    expect(shown.at(-1)).toContain('Journalen kører igen. Det var nede i 2 timer og 10 minutter');
    expect(buttonsOf(card())).toEqual([]);
    expect(lines()).toHaveLength(1);
  });
});
