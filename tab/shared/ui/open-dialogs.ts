/** What the open dialogs do at "back", the topmost last. */
export const openDialogs: ((event: PopStateEvent) => void)[] = [];
