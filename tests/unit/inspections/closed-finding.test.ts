import { expect, it } from 'vitest';
import { changeFinding } from '../../../api/inspections/findings/save-finding.ts';
import { InspectionFindings } from '../../../api/inspections/index.ts';
import { personRef } from '../../../api/organisation/index.ts';
import { aFinding, aVisit } from './a-visit.ts';

it('a closed finding is not changed, and the refusal says who closed it and when', async () => {
  const { context, as, found, putRight, recheck } = await aVisit();
  const key = await found();
  await putRight(key);
  await recheck(key);
  const { closedBy = '', closedAt = '' } = context.list(InspectionFindings).get(key) ?? {};
  await expect(changeFinding(context, as('team'), key, aFinding({ seen: 'x' }))).rejects.toMatchObject({
    code: 'inspections.findingClosed',
    details: { name: personRef(context, closedBy).name, on: closedAt.slice(0, 10) },
  });
});
