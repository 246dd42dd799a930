import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';

const fields = /<(?:Textarea|Input|TextBox|FormField|FormPerson|PersonPicker|WritingField)\b/;
/** What their fields hold is not lost: a draft, a search, or a link that is made for the reader. */
const loseNothing = new Set([
  'tab/policy/PublishDialog.tsx',
  'tab/obligations/FindPersonDialog.tsx',
  'tab/calendar/parts/CalendarLink.tsx',
]);

const dialogs = projectFiles()
  .filter((file) => /^tab\/.*\.tsx$/.test(file))
  .flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/<(?:Act|Ask)Dialog\b[\s\S]*?<\/(?:Act|Ask)Dialog>/g)].map(
      ([text]) => ({ file, text }),
    ),
  );

describe('a dialog with fields', () => {
  it('asks before it is closed while something is written', () => {
    expect(dialogs.length).toBeGreaterThan(30);
    const silent = dialogs.filter(
      ({ file, text }) => fields.test(text) && !/\bwriting=/.test(text) && !loseNothing.has(file),
    );
    expect(silent.map(({ file }) => file)).toEqual([]);
  });
});
