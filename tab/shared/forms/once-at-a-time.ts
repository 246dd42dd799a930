/** Runs work unless other work is under way. It is known at once; `isPending` is shown a moment later. */
export function onceAtATime() {
  let isUnderWay = false;
  return async (work: () => Promise<unknown>): Promise<void> => {
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      await work();
    } finally {
      isUnderWay = false;
    }
  };
}
