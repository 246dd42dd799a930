/** What is decided, by whom and how far it has come. */
export const approvals = {
  title: 'Godkendelser',
} as const;
