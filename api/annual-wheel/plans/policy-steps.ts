import type { AssignableRole } from '../../kernel/index.ts';
import type { TextGroups } from '../../texts/catalogue.ts';

/** Tasks of a new policy, days after the plan starts (R9, R10, R12). */
export interface PolicyStep {
  /** Texts under `wheelPlan.steps.<key>`. */
  key: TextGroups<'wheelPlan.steps'>;
  role: AssignableRole;
  scope: 'organisation' | 'centres';
  afterDays: number;
  source: string;
}

export const policySteps: readonly PolicyStep[] = [
  { key: 'communicate', role: 'ciso', scope: 'organisation', afterDays: 7, source: 'R9' },
  { key: 'guidelines', role: 'securityTeam', scope: 'organisation', afterDays: 30, source: 'R12' },
  { key: 'discuss', role: 'centreManager', scope: 'centres', afterDays: 30, source: 'R15' },
  { key: 'procedures', role: 'coordinator', scope: 'centres', afterDays: 60, source: 'R16' },
  { key: 'introduction', role: 'securityTeam', scope: 'organisation', afterDays: 45, source: 'R9' },
  { key: 'followUp', role: 'securityTeam', scope: 'organisation', afterDays: 60, source: 'R14' },
  { key: 'report', role: 'ciso', scope: 'organisation', afterDays: 90, source: 'R12' },
];
