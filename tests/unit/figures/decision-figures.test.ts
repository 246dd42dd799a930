import { expect, it } from 'vitest';
import { ApprovalRequests, continueApprovals } from '../../../api/approvals/index.ts';
import { allFigures } from '../../../api/figures/all-figures.ts';
import { aBody, aStage, removeMember, stored, submit, vote } from '../approvals/a-body.ts';

it('the days until a decision are of what was decided, not of what too few could vote on', async () => {
  const { context, setNow } = await aBody();
  const figure = allFigures.find(({ key }) => key === 'approvalDays');
  const days = async () => (await figure?.of(context))?.get('whole');
  const decided = await submit(context, [aStage({ rule: 'one' })]);
  setNow('2026-11-26T09:00:00.000Z');
  await vote(context, decided, 'mia', 'askChanges');
  expect(await days()).toMatchObject({ value: 2, denominator: 1 });
  const undecided = await submit(context, [aStage({ quorum: 4 })]);
  for (const who of ['nils', 'ole']) await removeMember(context, who);
  setNow('2026-12-04T09:00:00.000Z');
  await continueApprovals(context);
  expect(stored(context, undecided)).toMatchObject({ state: 'returned', stages: [{ closedBy: 'inquorate' }] });
  expect(context.list(ApprovalRequests).all()).toHaveLength(2);
  expect(await days()).toMatchObject({ value: 2, denominator: 1 });
});
