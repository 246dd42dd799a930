import { describe, expect, it } from 'vitest';
import { ApprovalRequests, submitForApproval, withdrawApproval } from '../../../api/approvals/index.ts';
import { proposeMeasure, submitMeasure } from '../../../api/measures/index.ts';
import { aMeasure } from '../../faults/repeats/routes.ts';
import { aTown, the } from '../organisation/builders.ts';
import { aBody, aStage } from './a-body.ts';

describe('the repeated press of a submission', () => {
  it('finds its own round when that was withdrawn meanwhile, and sends no other', async () => {
    const { context } = await aBody();
    const submit = (idempotencyKey: string, text = 'Tekst') =>
      submitForApproval(
        context,
        { ...the(context, 'manager'), idempotencyKey },
        {
          ...{ subjectKind: 'thing', subjectKey: 'one', summary: 'Ny', stages: [aStage()] },
          content: { title: 'Adgang', text },
        },
      );
    const first = await submit('one');
    await withdrawApproval(context, the(context, 'manager'), { requestKey: first.key });
    expect(await submit('one')).toMatchObject({ key: first.key, state: 'withdrawn' });
    // Also when the thing was changed after that.
    expect(await submit('one', 'En anden tekst')).toMatchObject({ key: first.key });
    expect(await submit('other')).toMatchObject({ round: 2, state: 'open' });
    expect(await submit('one')).toMatchObject({ key: first.key });
    expect(context.list(ApprovalRequests).all()).toHaveLength(2);
  });

  it('is a success for the one who proposed a measure that another withdrew', async () => {
    const { context } = await aTown();
    const team = { ...the(context, 'ciso'), idempotencyKey: 'one' };
    const { key } = await proposeMeasure(context, team, aMeasure('Nøglekort'));
    await submitMeasure(context, team, key);
    const [request] = context.list(ApprovalRequests).all();
    await withdrawApproval(context, team, { requestKey: request?.key ?? '' });
    await submitMeasure(context, team, key);
    expect(context.list(ApprovalRequests).all()).toMatchObject([{ state: 'withdrawn' }]);
    await submitMeasure(context, { ...team, idempotencyKey: 'other' }, key);
    expect(context.list(ApprovalRequests).all()).toMatchObject([{ state: 'withdrawn' }, { state: 'open', round: 2 }]);
  });
});
