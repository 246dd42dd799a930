import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';

const fields = /<(?:Textarea|Input|TextBox|FormField|FormPerson|PersonPicker|WritingField)\b/;
/** What their fields hold is not lost: a draft, a search, or a link that is made for the reader. */
const loseNothing = new Set([
  'tab/policy/PublishDialog.tsx',
  'tab/obligations/FindPersonDialog.tsx',
  'tab/calendar/parts/CalendarLink.tsx',
]);

const components = projectFiles().filter((file) => /^tab\/.*\.tsx$/.test(file));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const dialogs = components.flatMap((file) =>
  [...textOf(file).matchAll(/<(?:Act|Ask)Dialog\b[\s\S]*?<\/(?:Act|Ask)Dialog>/g)].map(([text]) => ({ file, text })),
);

/** Whether a component, of the file or imported by it, is a dialog with something to write. */
function writes(file: string, name: string): boolean {
  const text = textOf(file);
  const own = new RegExp(`(?:function|const) ${name}\\b[\\s\\S]*?\\n(?:\\}|\\);|  \\/>\\);)`).exec(text)?.[0];
  if (own === undefined) {
    const imports = [...text.matchAll(/import \{([^}]*)\} from '([^']+\.tsx)'/g)];
    const from = imports.find(([, names = '']) => names.split(',').some((one) => one.trim() === name))?.[2];
    return from !== undefined && writes(join(dirname(file), from), name);
  }
  if (/<(?:Form|Reason)Dialog\b|\bwriting=/.test(own)) return true;
  const inner = [...own.matchAll(/<([A-Z]\w*(?:Dialog|Document))\b/g)].map(([, one = '']) => one);
  return inner.some((one) => one !== name && writes(file, one));
}
/** Dialogs shown under a condition: what it is, and what opens them. */
const shown = components.flatMap((file) =>
  [...textOf(file).matchAll(/\{([^{}\n]*?) && (?:\(\s*)?<([A-Z]\w*Dialog)\b([\s\S]*?)\/>/g)].map(
    ([, condition = '', name = '', props = '']) => ({
      file,
      condition,
      name,
      open: /\bopen=\{([^}]*)\}/.exec(props)?.[1],
    }),
  ),
);
/** Asked for by a press alone, and closed by its reader alone. */
const pressed =
  /^(?:asking|asked|doing|moving|giving|opening|minutes|ending|closing|wanted|placing|planned|adding|told)\b/;

describe('a dialog with fields', () => {
  it('asks before it is closed while something is written', () => {
    expect(dialogs.length).toBeGreaterThan(30);
    const silent = dialogs.filter(
      ({ file, text }) => fields.test(text) && !/\bwriting=/.test(text) && !loseNothing.has(file),
    );
    expect(silent.map(({ file }) => file)).toEqual([]);
  });

  it('stays while it is open, also when another has done meanwhile what it is about', () => {
    const written = shown.filter(({ file, name }) => writes(file, name));
    expect(written.length).toBeGreaterThan(40);
    const vanishing = written.filter(({ condition, open }) =>
      open === undefined
        ? /\b(?:abilities|can)\./.test(condition)
        : !pressed.test(condition) && !condition.includes(`|| ${open})`),
    );
    expect(vanishing.map(({ file, name, condition }) => `${file}: ${condition} && <${name}`)).toEqual([]);
  });
});

describe('a page with a form', () => {
  it('is not closed to its writer when another has ended meanwhile what it changes', () => {
    const closing =
      /abilities\.\w+(?: \? \(?\s*<(?:(?!<NoAccess)[\s\S]){0,900}Form\b(?:(?!<NoAccess)[\s\S]){0,300}\) : |\) return )\(?\s*<NoAccess/;
    const files = components.filter((file) => /Form\b/.test(textOf(file)));
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => closing.test(textOf(file)))).toEqual([]);
  });
});
