import type { TextsOf } from '../catalogue.ts';
import type { wheelPlan as da } from '../da/wheel-plan.ts';

export const wheelPlan: TextsOf<typeof da> = {
  policyTitle: 'Implementation of {{title}} {{number}}',
  communicated_one: 'Version {{number}} has been sent out: {{count}} employee has received the card.',
  communicated_other: 'Version {{number}} has been sent out: {{count}} employees have received the card.',
  superseded: 'Version {{number}} of the policy has replaced it.',
  discarded: 'Draft {{number}} of the policy has been discarded.',
  steps: {
    communicate: {
      title: 'Send the policy to all employees',
      why: 'Everybody must know the new policy and acknowledge it.',
    },
    guidelines: {
      title: 'Update the central guidelines to match the new policy',
      why: 'The guidelines must be consistent with the policy.',
    },
    discuss: {
      title: 'Discuss the new policy at a meeting in the centre',
      why: 'The centre must know what is new for its own work.',
    },
    procedures: {
      title: 'Review the centre’s local procedures',
      why: 'The local procedures must match the new policy.',
    },
    introduction: {
      title: 'Update the induction for new employees',
      why: 'New employees must be introduced to the policy in force.',
    },
    followUp: {
      title: 'Follow up on those who have not acknowledged',
      why: 'The policy only works when everybody has seen it.',
    },
    report: {
      title: 'Report to the committee on how the policy has been implemented',
      why: 'The committee follows up on the plan.',
    },
  },
};
