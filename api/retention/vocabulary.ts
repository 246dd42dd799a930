/** Kinds of personal data whose time the municipality chooses. */
export const retentionKinds = [
  ...([
    'leaverPhones',
    'leaverChoices',
    'leaverChats',
    'leaverNames',
    'absences',
    'nudges',
    'exemptionReasons',
    'policyComments',
  ] as const),
  ...(['voteReasons', 'reminders', 'deliveries', 'receipts', 'completions', 'trail'] as const),
] as const;
/** Those that a rule or a setting of the program deletes, and what nobody keeps. */
export const fixedKinds = ['inspectionPhotos', 'incidentTexts', 'searches'] as const;

/** Nobody keeps anything for longer than a working life. */
export const mostDays = 18_263;
