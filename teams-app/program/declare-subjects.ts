import { declareApprovalSubjects } from '../../api/approvals/index.ts';
import type { Context } from '../../api/context.ts';
import { declareImprovementSubjects } from '../../api/contingency/index.ts';
import { declareDigestToCome } from '../../api/deliveries/index.ts';
import { initiativeSubject } from '../../api/initiatives/index.ts';
import { findingSubject } from '../../api/inspections/index.ts';
import { frozenLevels } from '../../api/figures/index.ts';
import { declareObligationSources } from '../../api/obligations/index.ts';
import { isDigestToCome } from '../../api/reminders/index.ts';
import { declareFrozenLevels } from '../../api/risks/index.ts';
import { approvalSubjects } from './approval-subjects.ts';
import { obligationSources } from './obligation-sources.ts';

/** Registers obligations, reminders, approval subjects and improvement subjects with the rooms that know none. */
export function declareSubjects(context: Context): void {
  declareObligationSources(context, obligationSources);
  declareApprovalSubjects(context, approvalSubjects);
  declareFrozenLevels(context, frozenLevels);
  declareImprovementSubjects(context, [findingSubject, initiativeSubject]);
  declareDigestToCome(context, isDigestToCome);
}
