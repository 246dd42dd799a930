import { beforeEach, expect, it } from 'vitest';
import { ApprovalRequests, continueApprovals } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { Campaigns } from '../../../api/deliveries/index.ts';
import { aBody, aStage, management, submit, vote } from './a-body.ts';

let context: Context;
let setNow: (moment: string) => void;
beforeEach(async () => {
  ({ context, setNow } = await aBody());
});
const stateOf = (key: string) => context.list(ApprovalRequests).get(key)?.stages[0]?.state;
const campaigns = () => context.list(Campaigns).all().length;

it('a day that ends decides when people are at work again, and nobody has a card at night or in a weekend', async () => {
  // Sent on Tuesday 24 November, due on Friday 27 November.
  const request = await submit(context, [aStage({ days: 3 }), management]);
  for (const who of ['chair', 'mia']) await vote(context, request, who, 'approve');
  await vote(context, request, 'nils', 'reject');
  const begun = campaigns();
  for (const moment of ['2026-11-27T23:00:05.000Z', '2026-11-28T10:00:00.000Z', '2026-11-30T06:59:00.000Z']) {
    setNow(moment);
    await continueApprovals(context);
    expect([stateOf(request.key), campaigns()]).toEqual(['open', begun]);
  }
  setNow('2026-11-30T07:00:00.000Z');
  await continueApprovals(context);
  expect([stateOf(request.key), campaigns()]).toEqual(['approved', begun + 1]);
});
