import type { kinds as da } from '../da/kinds.ts';
import type { TextsOf } from '../catalogue.ts';

export const kinds: TextsOf<typeof da> = {
  acknowledgePolicy: { name: 'Policy', owe: 'Read and acknowledge {{title}}', press: 'Read and acknowledge' },
  takeCourse: { name: 'E-learning', owe: 'Take the course {{title}}', press: 'Open the course' },
  acknowledgeProcedure: { name: 'Procedure', owe: 'Read and acknowledge {{title}}', press: 'Read and acknowledge' },
  vote: { name: 'Approval', owe: 'Decide on {{title}}', press: 'Read and decide' },
  recordDecision: { name: 'Decision', owe: 'Record what was decided about {{title}}', press: 'Record it' },
  resubmit: { name: 'Sent back', owe: 'Change {{title}} and send it again', press: 'Change it' },
  reviewProcedure: { name: 'Review', owe: 'Review {{title}}', press: 'Review it' },
  reapprovePolicy: { name: 'Yearly approval', owe: 'Have {{title}} approved again', press: 'Open the policy' },
  assessAsset: { name: 'Risk assessment', owe: 'Assess the risks of {{title}}', press: 'Assess the risks' },
  doRiskAction: { name: 'Action against a risk', owe: '{{title}}', press: 'Open the action' },
  renewAcceptance: { name: 'Acceptance of risk', owe: 'Ask again for acceptance of {{title}}', press: 'Open the risk' },
  reviewService: { name: 'Critical service', owe: 'Review the service {{title}}', press: 'Open the service' },
  reviewControl: { name: 'Control', owe: 'Review the control {{title}}', press: 'Review it' },
  testPlan: { name: 'Test', owe: 'Have {{title}} tested', press: 'Plan the test' },
  evaluateTest: { name: 'Evaluation', owe: 'Evaluate {{title}}', press: 'Evaluate' },
  doImprovement: { name: 'Improvement', owe: '{{title}}', press: 'Open the improvement' },
  closeDowntime: { name: 'Downtime', owe: 'Close the downtime of {{title}}', press: 'Open the downtime' },
  writePlan: { name: 'Contingency plan', owe: 'Write a plan for {{title}}', press: 'Write the plan' },
  reviewPlan: { name: 'Review of a plan', owe: 'Review {{title}}', press: 'Open the plan' },
  confirmPart: {
    name: 'Your part in a plan',
    owe: 'Confirm that you know your part in {{title}}',
    press: 'Read your part',
  },
  placePack: {
    name: 'Offline pack',
    owe: 'Print the emergency plans of {{title}} and put them in place',
    press: 'Open the pack',
  },
  doWheelTask: { name: 'Annual wheel', owe: '{{title}}', press: 'Open the task' },
};
