import { Assets } from '../../../../api/assets/index.ts';
import type { Context } from '../../../../api/context.ts';
import { ContingencyPlanVersions } from '../../../../api/contingency/index.ts';
import { ApprovalRequests } from '../../../../api/approvals/index.ts';
import type { PlanContent } from '../../../../api/contingency/contract.ts';
import { declareObligationSources } from '../../../../api/obligations/index.ts';
import { obligationSources } from '../../../../teams-app/program/obligation-sources.ts';
import { translator } from '../../../../api/texts/translate.ts';
import { aTown } from '../../organisation/builders.ts';
import { anAsset } from '../../risks/register-world.ts';
import { aContent, approvalOf, aPlan, aPlanVersion, inForce } from '../builders.ts';

/** Anne is named as on duty, with one step of her own. */
export const annesContent = (changes: Partial<PlanContent> = {}): PlanContent =>
  aContent({
    firstHour: [
      { key: 's1', text: 'Tag den røde mappe frem', role: 'Vagthavende', personId: 'anne', minutes: 0 },
      { key: 's2', text: 'Ring til alle på vagt', role: '', minutes: 15 },
    ],
    ...changes,
  });

/** The town with a journal with a procedure of the north, approved on 20 November, naming Anne. */
export async function aPocket(today = '2026-11-24T09:00:00.000Z') {
  const { context: bare, setNow } = await aTown(today);
  const context: Context = { ...bare, texts: translator };
  declareObligationSources(context, obligationSources);
  await context.list(Assets).create(anAsset('journal', { title: 'Omsorgsjournalen' }));
  const plan = aPlan('p1');
  await inForce(context, plan, aPlanVersion('p1', { content: annesContent() }), '2026-11-20');
  return { context, setNow };
}

/** Puts the second version in force. */
export async function nextVersion(context: Context, content: PlanContent, on = '2026-11-24'): Promise<string> {
  const version = aPlanVersion('p1', { number: 2, content });
  await context.list(ContingencyPlanVersions).create(version);
  await context.list(ApprovalRequests).create(approvalOf(version, on));
  return version.key;
}
