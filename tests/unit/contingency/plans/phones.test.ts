import { describe, expect, it } from 'vitest';
import type { Context } from '../../../../api/context.ts';
import { planVersionView, planView as planViewSchema } from '../../../../api/contingency/contract.ts';
import { ContingencyPlanVersions } from '../../../../api/contingency/index.ts';
import { planDocument } from '../../../../api/contingency/plan-pages/downloads.ts';
import { phoneForPlan } from '../../../../api/contingency/plans/phone-for-plan.ts';
import { isSameNumber } from '../../../../api/contingency/plans/phones.ts';
import { planView } from '../../../../api/contingency/plan-pages/plan-view.ts';
import { submitPlan } from '../../../../api/contingency/plans/plans.ts';
import { versionFor } from '../../../../api/contingency/plan-pages/version-view.ts';
import { People } from '../../../../api/organisation/index.ts';
import { day, refusal, the } from '../../organisation/builders.ts';
import { aContent } from '../builders.ts';
import { readPdf } from '../documents/papers.ts';
import { aPlannedTown, drafted, inForceNow, now } from './planned-town.ts';

const anne = { key: 'c1', role: 'Vagthavende', personId: 'anne', name: '', phone: '', note: '' };
const calling = (phone: string, more: object = {}) => aContent({ contacts: [{ ...anne, phone, ...more }] });
const listed = (context: Context, phone: string | undefined, person = 'anne') =>
  context.list(People).update(person, () => ({ phone }));
const contactOf = (context: Context, planKey: string, by: string) =>
  planViewSchema.parse(planView(context, the(context, by), planKey)).current?.content.contacts[0];

describe('the number of a contact', () => {
  it('is the directory’s, and says so, only while the plan has none and the person is there', async () => {
    const { context } = await aPlannedTown();
    await listed(context, '20 11 22 33');
    const key = await inForceNow(context, { content: calling('') });
    for (const by of ['anne', 'isk-nord'])
      expect(contactOf(context, key, by)).toMatchObject({ phone: '20 11 22 33', fromDirectory: true });
    await listed(context, '20 99 88 77');
    expect(contactOf(context, key, 'anne')).toMatchObject({ phone: '20 99 88 77', fromDirectory: true });
    await context.list(People).update('anne', () => ({ leftOn: day('2026-11-01') }));
    expect(contactOf(context, key, 'isk-nord')).toMatchObject({ phone: '', left: true });
    expect(contactOf(context, key, 'isk-nord')).not.toHaveProperty('fromDirectory');
  });

  it('is the plan’s own where it has one, and its keepers alone are told that the directory has another', async () => {
    const { context } = await aPlannedTown();
    await listed(context, '20 11 22 33');
    const key = await inForceNow(context, { content: calling('43 57 00 00') });
    const { version } = now(context, key).current ?? {};
    for (const by of ['isk-nord', 'manager-nord', 'ciso'])
      expect(contactOf(context, key, by)).toMatchObject({ phone: '43 57 00 00', otherPhone: '20 11 22 33' });
    for (const by of ['anne', 'auditor', 'committee'])
      expect(contactOf(context, key, by)).not.toHaveProperty('otherPhone');
    const params = { planKey: key, versionKey: version?.key ?? '' };
    const seenBy = (by: string) => planVersionView.parse(versionFor(context, the(context, by), params));
    expect(seenBy('isk-nord').content.contacts[0]?.otherPhone).toBe('20 11 22 33');
    expect(seenBy('auditor').content.contacts[0]?.otherPhone).toBeUndefined();
    expect(context.list(ContingencyPlanVersions).get(version?.key ?? '')?.content).toEqual(version?.content);
  });

  it.each([
    ['written another way', '+45 43570000'],
    ['with an extension', '43 57 00 00, lokal 12'],
    ['beside another', '43 57 00 00 eller 20 11 22 33'],
  ])('is no other: %s', async (_how, phone) => {
    const { context } = await aPlannedTown();
    await listed(context, '43 57 00 00');
    const key = await inForceNow(context, { content: calling(phone) });
    expect(contactOf(context, key, 'isk-nord')).not.toHaveProperty('otherPhone');
  });

  it('is not told of somebody who has left, and never where the directory has no number', async () => {
    const { context } = await aPlannedTown();
    const key = await inForceNow(context, { content: calling('43 57 00 00') });
    expect(contactOf(context, key, 'isk-nord')).not.toHaveProperty('otherPhone');
    await listed(context, 'se opslag');
    expect(contactOf(context, key, 'isk-nord')).not.toHaveProperty('otherPhone');
    await listed(context, '20 11 22 33');
    await context.list(People).update('anne', () => ({ leftOn: day('2026-11-01') }));
    expect(contactOf(context, key, 'isk-nord')).not.toHaveProperty('otherPhone');
  });

  it('is compared by its digits, with and without the country', () => {
    expect(isSameNumber('0045 43 57 00 00', '+45 43570000')).toBe(true);
    expect(isSameNumber('43 57 00 00', '43570000')).toBe(true);
    expect(isSameNumber('+46 70 123 45 67', '0046 701234567')).toBe(true);
    expect(isSameNumber('43 57 00 00', '43 57 00 01')).toBe(false);
    expect(isSameNumber('45 10 20 30', '45 10 20 30')).toBe(true);
  });
});

describe('a plan that is sent', () => {
  it('has a number when the directory has one for somebody in it', async () => {
    const { context } = await aPlannedTown();
    const key = await drafted(context, { content: calling('') });
    const isk = the(context, 'isk-nord');
    expect(planView(context, isk, key).lacks).toEqual(['phone']);
    expect(await refusal(() => submitPlan(context, isk, key))).toBe('contingency.lacksPhone');
    await listed(context, '20 11 22 33');
    expect(planView(context, isk, key)).toMatchObject({ lacks: [], abilities: { submit: true } });
    await submitPlan(context, isk, key);
    expect(now(context, key).coming?.state).toBe('waiting');
  });

  it('still lacks one when the person has left, or is not in the directory', async () => {
    const { context } = await aPlannedTown();
    const key = await drafted(context, { content: calling('') });
    await context.list(People).update('anne', () => ({ phone: '20 11 22 33', leftOn: day('2026-11-01') }));
    expect(planView(context, the(context, 'isk-nord'), key).lacks).toEqual(['phone']);
  });
});

describe('the number to write into a plan', () => {
  it('is given to whoever writes the plan, and to nobody else', async () => {
    const { context } = await aPlannedTown();
    await listed(context, '20 11 22 33', 'bo');
    const planKey = await inForceNow(context);
    const ask = (by: string, personId = 'bo') => phoneForPlan(context, the(context, by), { planKey, personId });
    for (const by of ['isk-nord', 'manager-nord', 'ciso', 'team'])
      expect(await ask(by)).toEqual({ phone: '20 11 22 33' });
    expect(await ask('isk-nord', 'anne')).toEqual({});
    expect(await ask('isk-nord', 'nobody')).toEqual({});
    for (const by of ['anne', 'auditor', 'committee'])
      expect(await refusal(() => ask(by))).toBe('contingency.mayNotWritePlan');
  });
});

describe('a plan as a document', () => {
  it('has the directory’s number where it has none itself', async () => {
    const { context } = await aPlannedTown();
    await listed(context, '20 11 22 33');
    const planKey = await drafted(context, { content: calling('') });
    const versionKey = now(context, planKey).coming?.version.key ?? '';
    const { bytes } = await planDocument(context, the(context, 'isk-nord'), { planKey, versionKey });
    expect((await readPdf(bytes)).pages.map(({ text }) => text).join(' ')).toContain('20 11 22 33');
  });
});
