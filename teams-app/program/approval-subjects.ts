import type { ApprovalSubject } from '../../api/approvals/index.ts';
import { appointmentSubject } from '../../api/appointments/index.ts';
import { planSubject } from '../../api/contingency/index.ts';
import { serviceDowntimeSubject } from '../../api/critical-services/index.ts';
import { areasApproval } from '../../api/governance/index.ts';
import { measureApproval } from '../../api/measures/index.ts';
import { policyApproval } from '../../api/policy/index.ts';
import { procedureSubject } from '../../api/procedures/index.ts';
import { reportApproval } from '../../api/reports/index.ts';
import { riskAcceptanceSubject } from '../../api/risks/index.ts';

/** All approval subjects. A feature adds one row. */
export const approvalSubjects: readonly ApprovalSubject[] = [
  policyApproval,
  procedureSubject,
  measureApproval,
  appointmentSubject,
  riskAcceptanceSubject,
  serviceDowntimeSubject,
  planSubject,
  reportApproval,
  areasApproval,
];
