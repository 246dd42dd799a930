/** Forms on the page, each telling whether something is written in it. */
export const shownForms = new Set<() => boolean>();
export const isSomethingWritten = (): boolean => [...shownForms].some((isWritten) => isWritten());
