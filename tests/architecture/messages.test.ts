import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';

/**
 * A callback given to TanStack's `mutate` is dropped with its component, which a poll may remove before the answer
 * comes. `useAct` calls it all the same; messages are said in one way, whichever mutation they follow.
 */
const dropped = /\.mutate\([^;]*?onSuccess: \([^()]*\) =>\s*notify\(/;

it('the result of an act is announced also when what was pressed is gone: notifyAfter', () => {
  const tab = projectFiles().filter((file) => /^tab\/.*\.tsx?$/.test(file));
  expect(tab.length).toBeGreaterThan(500);
  expect(tab.filter((file) => dropped.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
