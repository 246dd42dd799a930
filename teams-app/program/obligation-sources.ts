import { renewAppointmentSource } from '../../api/appointments/index.ts';
import { wheelSource } from '../../api/annual-wheel/index.ts';
import { recordDecisionSource, resubmitSource, voteSource } from '../../api/approvals/index.ts';
import { courseSource } from '../../api/awareness/index.ts';
import {
  closeDowntimeSource,
  confirmPartSource,
  evaluateTestSource,
  improvementSource,
  placePackSource,
  reviewPlanSource,
  testPlanSource,
  writePlanSource,
} from '../../api/contingency/index.ts';
import { reviewServiceSource } from '../../api/critical-services/index.ts';
import { InspectionFindings, inspectionSource, recheckSource } from '../../api/inspections/index.ts';
import type { ObligationSources } from '../../api/obligations/index.ts';
import { Centres } from '../../api/organisation/index.ts';
import { answersSource, commentsSource, policySource, reapprovalSource } from '../../api/policy/index.ts';
import { procedureSource, reviewSource } from '../../api/procedures/index.ts';
import { assessAssetSource, renewAcceptanceSource, riskActionSource } from '../../api/risks/index.ts';
import { reviewControlSource } from '../../api/standards/index.ts';

/** All obligation sources. A feature adds one row. */
export const obligationSources: ObligationSources = {
  personal: [policySource, procedureSource, courseSource, voteSource, answersSource, confirmPartSource],
  shared: [
    wheelSource,
    reapprovalSource,
    commentsSource,
    recordDecisionSource,
    resubmitSource,
    renewAppointmentSource,
    reviewSource,
    reviewControlSource,
    assessAssetSource,
    riskActionSource,
    renewAcceptanceSource,
    reviewServiceSource,
    testPlanSource,
    evaluateTestSource,
    // An inspection's improvement is named after its finding, an initiative after its centre.
    { ...improvementSource, lists: [...improvementSource.lists, InspectionFindings, Centres] },
    closeDowntimeSource,
    placePackSource,
    writePlanSource,
    reviewPlanSource,
    inspectionSource,
    recheckSource,
  ],
};
