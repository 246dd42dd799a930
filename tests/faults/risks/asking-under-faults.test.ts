import { describe, expect, it } from 'vitest';
import { ApprovalRequests, continueApprovals, declareApprovalSubjects } from '../../../api/approvals/index.ts';
import { AuditEntries, continueAudit } from '../../../api/audit/index.ts';
import { RiskAcceptances, RiskActions } from '../../../api/risks/index.ts';
import { addAction, cancelAction } from '../../../api/risks/treatment/save-action.ts';
import { approvalSubjects } from '../../../teams-app/program/approval-subjects.ts';
import { refusal, the } from '../../unit/organisation/builders.ts';
import { failing } from '../../unit/policy/failing.ts';
import {
  acceptanceNow,
  aRiskyTown,
  ask,
  requestOf,
  until,
  vote,
  type RiskyTown,
} from '../../unit/risks/treatment-world.ts';

/** The same town, where a number of creates in one list fail, after `after` successes. */
function away(town: RiskyTown, list: string, times: number, after = 0): RiskyTown {
  const context = failing(town.context, list, times, after);
  declareApprovalSubjects(context, approvalSubjects);
  return { ...town, context };
}
const recorded = ({ context }: RiskyTown, act: string) =>
  context
    .list(AuditEntries)
    .all()
    .filter(({ title }) => title === act);

describe('asking for a risk to be accepted while SharePoint is away', () => {
  it.each(['RiskAcceptances', 'ApprovalRequests'])(
    'is asked once and recorded once when %s could not be written the first time',
    async (list) => {
      const town = await aRiskyTown();
      const broken = away(town, list, 2);
      expect(await refusal(() => ask(broken))).toBe('sharepoint.away');
      await ask(broken).catch(() => undefined);
      await ask(broken);
      await ask(broken);
      await continueApprovals(broken.context);
      expect(town.context.list(RiskAcceptances).all()).toHaveLength(1);
      expect(town.context.list(ApprovalRequests).all()).toHaveLength(1);
      expect(recorded(town, 'askAcceptance')).toHaveLength(1);
      expect(acceptanceNow(town)).toEqual({ state: 'waiting', until });
    },
  );

  it('leaves nothing that counts when it is never asked again', async () => {
    const town = await aRiskyTown();
    await refusal(() => ask(away(town, 'ApprovalRequests', 1)));
    expect(acceptanceNow(town)).toEqual({ state: 'none' });
    await ask(town, 'anne', { reason: 'En helt anden grund til det.' });
    expect(requestOf(town).content).toContain('En helt anden grund til det.');
    expect(acceptanceNow(town)).toEqual({ state: 'waiting', until });
  });

  it('is accepted at once, and recorded when SharePoint is there again', async () => {
    const town = await aRiskyTown();
    await ask(town);
    await vote(town, 'manager-nord');
    await continueApprovals(town.context);
    await vote(away(town, 'AuditEntries', 1_000), 'ciso');
    expect(acceptanceNow(town)).toEqual({ state: 'accepted', until });
    expect(recorded(town, 'acceptRisk')).toEqual([]);
    await continueApprovals(town.context);
    await continueApprovals(town.context);
    expect(recorded(town, 'acceptRisk')).toMatchObject([{ subjectKey: town.riskKey, actorId: 'isk-nord' }]);
  });
});

describe('giving an action up while SharePoint is away', () => {
  it('waits for nobody’s audit trail, which has it once and as by whoever did it first', async () => {
    const town = await aRiskyTown();
    const { context, riskKey } = town;
    const given = { title: 'Øv nødplanen', ownerId: 'bo', due: '2027-01-01' };
    const { key } = await addAction(context, the(context, 'isk-nord'), riskKey, given);
    const broken = away(town, 'AuditEntries', 1).context;
    const giveUp = (who: string) => cancelAction(broken, the(broken, who), riskKey, key, 'Ikke mere nødvendig');
    await giveUp('isk-nord');
    expect(context.list(RiskActions).get(key)?.cancelledAt).toBeDefined();
    await giveUp('anne');
    await continueAudit(broken);
    expect(recorded(town, 'cancelRiskAction')).toMatchObject([{ actorId: 'isk-nord', details: { actionKey: key } }]);
  });
});
