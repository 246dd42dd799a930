import { beforeEach, describe, expect, it } from 'vitest';
import { ApprovalRequests } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { allPlans } from '../../../api/contingency/index.ts';
import type { PersonId } from '../../../api/kernel/index.ts';
import { obligationsOf } from '../../../api/obligations/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { stayingWith, type Staying } from '../../../api/ownership/succession/belongings.ts';
import { aSeededTown } from '../../support/seeded-town.ts';
import { at } from '../risks/register-world.ts';

let context: Context;
beforeEach(async () => void ({ context } = await aSeededTown()));

const everybody = () =>
  context
    .list(People)
    .all()
    .map(({ key }) => key as PersonId);
/** Keys of what stays, by person. */
const stays = (kind: Staying['kind']) =>
  everybody().map((id) => [id, itemsOf(kind, id).map(({ key }) => key)] as const);
const itemsOf = (kind: Staying['kind'], id: PersonId) =>
  stayingWith(context, id, 'da').find((one) => one.kind === kind)?.items ?? [];
const some = (found: readonly (readonly [PersonId, readonly string[]])[]) =>
  found.filter(([, keys]) => keys.length > 0).length;

describe('what no hand-over gives stays with whoever leaves', () => {
  it('parts of plans in force, whose content names the person', () => {
    const named = everybody().map((id) => [
      id,
      [...allPlans(context).values()]
        .filter(
          ({ plan, current }) =>
            plan.retiredAt === undefined &&
            JSON.stringify(current?.version.content ?? {}).includes(`"personId":"${id}"`),
        )
        .map(({ plan }) => plan.key),
    ]);
    expect(stays('planPart')).toEqual(named);
    expect(some(stays('planPart'))).toBeGreaterThan(3);
  });

  it('what only the person can do, until it is done', () => {
    const owed = everybody().map((id) => [
      id,
      [...obligationsOf(context, id).values()]
        .filter(({ personal, state }) => personal && state !== 'done')
        .map(({ key }) => key),
    ]);
    expect(stays('personal')).toEqual(owed);
    expect(some(stays('personal'))).toBeGreaterThan(20);
  });

  it('a request that asks the person by name, until the stage is closed or the request is', async () => {
    const [voter = '' as PersonId] = everybody();
    const [asks, closed, ended] = context
      .list(ApprovalRequests)
      .all()
      .filter(({ state }) => state === 'open');
    if (!asks || !closed || !ended) throw new Error('three requests are open');
    const asked = (key: string, changes: object, stage: object = {}) =>
      context.list(ApprovalRequests).update(key, ({ stages }) => ({
        stages: stages.map((one) => ({ ...one, personId: voter, ...stage })),
        ...changes,
      }));
    await asked(asks.key, {});
    await asked(closed.key, {}, { closedAt: at('2026-11-20') });
    await asked(ended.key, { state: 'withdrawn' });
    expect(stays('namedVoter').filter(([, keys]) => keys.length > 0)).toEqual([[voter, [asks.key]]]);
  });

  it('roles by groups in Entra, named with their centre', () => {
    const [member = '' as PersonId] = everybody();
    const centreId = context.list(People).get(member)?.centreId;
    if (centreId === undefined) throw new Error('works nowhere');
    context.groupRoles = (id) => (id === member ? [{ role: 'auditor' }, { role: 'coordinator', centreId }] : []);
    expect(itemsOf('groupRole', member).map(({ title }) => title)).toEqual([
      'Revisor/DPO',
      expect.stringMatching(/^ISK, /),
    ]);
    expect(some(stays('groupRole'))).toBe(1);
  });
});
