/** `4.2` is followed by `5.0`. The writer may choose another, e.g. `4.3` for a minor change. */
export function numberAfter(number: string): string {
  const [major] = number.split('.');
  return `${Number(major) + 1}.0`;
}
