import { openEmbeddedEngine } from '../../../api/journal/index.ts';

/** Writes as fast as possible, several at a time, and reports each durable key, until killed. */
const [folder = '', owner = ''] = process.argv.slice(2);
const engine = await openEmbeddedEngine({ folder, owner });
const writer = async (name: number) => {
  for (let number = 0; ; number += 1) {
    const key = `w${name}-${number}`;
    await engine.add('promise', key, JSON.stringify('x'.repeat(500)));
    process.stdout.write(`${key}\n`);
  }
};
await Promise.all(Array.from({ length: 8 }, (_, name) => writer(name)));
