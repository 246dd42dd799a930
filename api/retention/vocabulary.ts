/** Kinds of personal data with configurable retention. */
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
/** Kinds deleted by a rule or setting, and kinds never stored. */
export const fixedKinds = ['inspectionPhotos', 'incidentTexts', 'searches'] as const;

/** The longest retention is a working life. */
export const mostDays = 18_263;
