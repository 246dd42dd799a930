/** Milliseconds between looks: what is soon there is soon seen, and looking at what takes long costs little. */
const [shortest, longest] = [25, 250];

/** Waits for a condition, not a time; fails with its description. */
export async function until<Value>(
  what: string,
  look: () => Value | undefined | false | Promise<Value | undefined | false>,
  withinMs = 120_000,
): Promise<Value> {
  const end = Date.now() + withinMs;
  for (let pause = shortest; ; pause = Math.min(longest, pause * 1.2)) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
