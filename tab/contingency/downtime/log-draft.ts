/** Key of the draft of a line in a downtime's log. */
export const logDraft = (downtimeKey: string): string => `downtime-log.${downtimeKey}`;
