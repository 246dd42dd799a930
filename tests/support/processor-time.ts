/**
 * What the work gives, and the milliseconds of processor time that it takes on this thread: a machine that does other things too
 * does not stretch them, as it does a time by the clock. How long things take for people is measured by `npm run bench`.
 */
export function onProcessor<Value>(work: () => Value): { value: Value; milliseconds: number } {
  const before = process.threadCpuUsage();
  const value = work();
  const { user, system } = process.threadCpuUsage(before);
  return { value, milliseconds: (user + system) / 1_000 };
}
