/** Where a receipt was given. `signature`: on paper, recorded by somebody else. */
export const receiptChannels = ['card', 'tab', 'system', 'signature'] as const;
