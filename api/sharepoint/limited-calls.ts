/** Time limit for calls in flight at shutdown (ms); then they count as lost answers. */
const afterStopMs = 5_000;

/**
 * Runs a call with a limit in milliseconds, less when the program stops. A call that has ended leaves no timer and no
 * listener: `AbortSignal.any` and `timeout` leave both, for a minute of the background lane.
 */
export function limitedCalls(stopped: AbortSignal) {
  const inFlight = new Set<AbortController>();
  let isCut = false;
  const cut = () => {
    isCut = true;
    for (const call of inFlight) call.abort();
  };
  stopped.addEventListener('abort', () => setTimeout(cut, afterStopMs).unref(), { once: true });
  return async <Value>(milliseconds: number, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
    const call = new AbortController();
    if (isCut) call.abort();
    const late = () => call.abort(new DOMException('The call took too long.', 'TimeoutError'));
    const timer = setTimeout(late, milliseconds);
    timer.unref();
    inFlight.add(call);
    try {
      return await work(call.signal);
    } finally {
      clearTimeout(timer);
      inFlight.delete(call);
    }
  };
}
