import { z } from 'zod';
import { assetView } from '../../../api/assets/contract.ts';
import { emptyPlanContent, planView, testView } from '../../../api/contingency/contract.ts';
import { ContingencyTests } from '../../../api/contingency/index.ts';
import { addDays } from '../../../api/kernel/index.ts';
import { allApprove, centreId, employee, isk, manager, type Story } from './story.ts';

const system = 'Træningsplanen';
const title = 'Træning uden it';
const testTitle = 'En formiddag uden træningsplan';

/** A contingency plan: written, approved, tested with a log from a card, evaluated with an improvement. */
export const exercise: Story = {
  name: 'a contingency plan is approved and tested',
  about: [title, testTitle],
  acts: async (stage) => {
    const [mette, anne] = [stage.person(isk), stage.person(employee)];
    const asset = { title: system, kind: 'system', criticality: 'medium', centreId, ownerId: mette };
    const { key: assetKey } = assetView.parse(await stage.as(mette, 'POST', '/api/assets', asset));
    const kind = 'emergencyProcedure';
    const begun = planView.parse(await stage.as(mette, 'POST', '/api/contingency/plans', { kind, assetKey, centreId }));
    const path = `/api/contingency/plans/${begun.key}`;
    const content = {
      ...emptyPlanContent,
      triggers: ['Træningsplanen svarer ikke i en halv time'],
      firstHour: [{ key: 's1', text: 'Ring til dagens borgere', role: 'Terapeut', personId: anne, minutes: 30 }],
      contacts: [{ key: 'c1', role: 'Teamleder', personId: mette, phone: '43 57 00 01', name: '', note: '' }],
    };
    await stage.as(mette, 'PUT', `${path}/draft`, {
      title,
      centreIds: [centreId],
      content,
      summary: 'Den første',
      reviewMonths: 12,
      testMonths: 12,
      expected: begun.coming?.changedAt ?? null,
    });
    await stage.as(mette, 'POST', `${path}/submit`);
    await stage.process();
    await stage.press(stage.person(manager), title, 'Godkend');
    await allApprove(stage, 'securityCommittee', title);
    const planned = await stage.as(mette, 'POST', '/api/contingency/tests', {
      planKey: begun.key,
      kind: 'tableTop',
      title: testTitle,
      on: stage.today(),
      time: '10:00',
      leaderId: mette,
      participantIds: [anne],
      scenario: 'Det er tirsdag, og planen er væk.',
      injects: [{ key: 'i1', minute: 0, text: 'En borger står i døren. Hvad gør I?' }],
      criteria: [{ key: 'k1', text: 'Alle borgere er ringet op', hours: 1 }],
    });
    const test = `/api/contingency/tests/${testView.parse(planned).key}`;
    await stage.as(mette, 'POST', `${test}/start`);
    await stage.process();
    const log = { text: 'Vi træner ud fra gårsdagens seddel.' };
    if (!(await stage.press(anne, 'En borger står i døren', 'Skriv i loggen', log)))
      await stage.as(anne, 'POST', `${test}/log`, { kind: 'note', ...log });
    await stage.process();
    await stage.as(mette, 'POST', `${test}/end`);
    await stage.as(mette, 'PUT', `${test}/evaluation`, {
      results: [{ key: 'k1', met: false, hours: 26, note: 'Vi manglede telefonnumre.' }],
      recovery: 26,
      wentWell: 'Roen',
      toImprove: 'Telefonlisten skal være på papir.',
    });
    const improvement = { title: 'Print telefonlisten', ownerId: anne, due: addDays(stage.today(), 14) };
    const added = await stage.as(mette, 'POST', '/api/contingency/improvements', {
      ...improvement,
      subjectKey: testView.parse(planned).key,
    });
    await stage.as(mette, 'POST', `${test}/close`);
    const { key } = z.object({ key: z.string() }).parse(added);
    const report = { done: true, note: 'Den hænger på opslagstavlen.' };
    await stage.as(anne, 'POST', `/api/contingency/improvements/${key}/report`, report);
    await stage.process();
  },
  wrong: async (stage) => {
    const found = stage.records(ContingencyTests).filter((one) => one.title === testTitle);
    const [one] = found;
    return [
      ...(found.length === 1 ? [] : [`there are ${found.length} tests`]),
      ...(one?.state === 'closed' ? [] : [`it is ${one?.state}`]),
    ];
  },
};
