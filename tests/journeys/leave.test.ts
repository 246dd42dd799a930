import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { approvalsView, approvalView } from '../../api/approvals/contract.ts';
import { addDays, todayOf } from '../../api/kernel/index.ts';
import { findPerson, managersOf } from '../../api/organisation/index.ts';
import { startWorld, type JourneyWorld, type WorldPerson } from '../support/world.ts';

const me = z.object({ leave: z.object({ by: z.object({ id: z.string() }).optional() }).optional() });

describe('a member of the committee whom the manager puts on leave', () => {
  let world: JourneyWorld;
  let member: WorldPerson;
  let manager: WorldPerson;
  let requestKey: string;
  let stage: number;

  const cards = async () => (await world.chatOf(member)).filter(({ from }) => from === 'bot');
  const cardWith = async (words: string) =>
    (await cards()).findLast((line) => JSON.stringify(line.card ?? '').includes(words));
  const leave = () => ({ from: todayOf(world.desk.clock), to: addDays(todayOf(world.desk.clock), 300) });
  const record = (by: WorldPerson) => world.save(by, `/api/absences/${member.id}`, leave());
  const request = async () => approvalView.parse((await world.as(member, 'GET', `/api/approvals/${requestKey}`)).body);
  const vote = async () =>
    world.as(member, 'POST', `/api/approvals/${requestKey}/vote`, {
      ...{ stage, contentHash: (await request()).contentHash, choice: 'approve' },
    });

  beforeAll(async () => {
    world = await startWorld({ PEOPLE: '60' });
    const { context } = world.program;
    const everybody = await world.people();
    const found = everybody
      .filter(({ roles }) => roles.includes('securityCommittee'))
      .flatMap((one) => {
        const centreId = findPerson(context, one.id)?.centreId;
        const head = centreId && managersOf(context, centreId).find(({ key }) => key !== one.id);
        const other = head && everybody.find(({ id }) => id === head.key);
        return other ? [{ one, other }] : [];
      });
    for (const { one, other } of found) {
      const { approvals } = approvalsView.parse((await world.as(one, 'GET', '/api/approvals')).body);
      const open = approvals.find((row) => row.stage !== undefined);
      if (!open?.stage) continue;
      [member, manager, requestKey, stage] = [one, other, open.key, open.stage.number];
      break;
    }
    expect(requestKey).toBeTruthy();
    await world.process();
  });
  afterAll(() => world.close());

  it('is put on leave neither by an ISK nor by the CISO', async () => {
    for (const role of ['coordinator', 'ciso', 'securityTeam']) {
      const other = (await world.people()).find(
        ({ id, roles }) => roles.includes(role) && !roles.includes('centreManager') && id !== member.id,
      );
      expect(await record(other!)).toMatchObject({
        status: 403,
        body: { error: { code: 'obligations.mayNotRecordAbsence' } },
      });
    }
    expect((await record(manager)).status).toBe(200);
  });

  it('is told by a card, and loses the vote meanwhile', async () => {
    await world.process();
    expect((await cards()).filter(({ summary }) => summary?.includes('har meldt, at du er på orlov'))).toHaveLength(1);
    expect(me.parse((await world.as(member, 'GET', '/api/me')).body).leave).toMatchObject({ by: { id: manager.id } });
    expect(await vote()).toMatchObject({ status: 403, body: { error: { code: 'approvals.onLeave' } } });
  });

  it('ends it by one press, and the vote counts', async () => {
    const card = await cardWith('har meldt, at du er på orlov');
    await world.press(member, card!.id, 'Jeg er ikke på orlov');
    expect(JSON.stringify((await cards()).find(({ id }) => id === card!.id)?.card)).toContain(
      'Du har afsluttet orloven.',
    );
    expect(me.parse((await world.as(member, 'GET', '/api/me')).body).leave).toBeUndefined();
    expect((await vote()).status).toBe(200);
    expect(
      (await request()).stages[stage - 1]?.seats.find(({ holder }) => holder.id === member.id)?.vote,
    ).toMatchObject({
      choice: 'approve',
    });
    await world.process();
    expect((await cards()).filter(({ summary }) => summary?.includes('har meldt, at du er på orlov'))).toHaveLength(0);
  });

  it('says on the card that the manager has ended it', async () => {
    await world.control('PUT', 'clock', { to: 'nextWorkingDay' });
    expect((await record(manager)).status).toBe(200);
    await world.process();
    const card = await cardWith('har meldt, at du er på orlov');
    expect(card).toBeDefined();
    expect((await world.as(manager, 'DELETE', `/api/absences/${member.id}`)).status).toBe(200);
    await world.process();
    expect(JSON.stringify((await cards()).find(({ id }) => id === card!.id)?.card)).toContain('har afsluttet orloven');
  });
});
