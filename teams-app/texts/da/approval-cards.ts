/** Cards that ask for a decision, and what they turn into. */
export const approvalCards = {
  title: 'Til godkendelse: {{title}}',
} as const;
