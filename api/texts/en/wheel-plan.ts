import type { TextsOf } from '../catalogue.ts';
import type { wheelPlan as da } from '../da/wheel-plan.ts';

export const wheelPlan: TextsOf<typeof da> = {
  policyTitle: 'Putting {{title}} {{number}} into practice',
  communicated_one: 'Version {{number}} has been sent out: {{count}} employee has the card.',
  communicated_other: 'Version {{number}} has been sent out: {{count}} employees have the card.',
  superseded: 'Version {{number}} of the policy has taken over.',
  steps: {
    communicate: {
      title: 'Send the policy to all employees',
      why: 'Everybody must know the new policy and acknowledge it.',
    },
    guidelines: {
      title: 'Bring the common guidelines in line with the new policy',
      why: 'The guidelines must say the same as the policy.',
    },
    discuss: {
      title: 'Talk about the new policy at a meeting in the centre',
      why: 'The centre must know what is new for its own work.',
    },
    procedures: {
      title: 'Go through the local procedures of the centre',
      why: 'The local procedures must fit the new policy.',
    },
    introduction: {
      title: 'Bring the introduction of new employees in line',
      why: 'New employees must meet the policy that is in force.',
    },
    followUp: {
      title: 'Follow up on those who have not acknowledged',
      why: 'The policy only holds when everybody has seen it.',
    },
    report: {
      title: 'Tell the committee how the policy has been put into practice',
      why: 'The committee follows up on the plan.',
    },
  },
};
