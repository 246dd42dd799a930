/** Source of a receipt. `signature`: on paper, recorded by another. */
export const receiptChannels = ['card', 'tab', 'system', 'signature'] as const;
