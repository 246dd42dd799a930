/** Runs the work for each item in order, so many at once. Stops at the first failure and throws it. */
export async function inParallel<Item>(
  width: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  const worker = async () => {
    for (let item = items[next]; item !== undefined && !failed; item = items[next]) {
      next += 1;
      try {
        await work(item);
      } catch (failure) {
        failed = true;
        throw failure;
      }
    }
  };
  // Waits for all workers before throwing, so that no write continues after the caller returns.
  const ends = await Promise.allSettled(Array.from({ length: Math.min(width, items.length) }, worker));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
}
