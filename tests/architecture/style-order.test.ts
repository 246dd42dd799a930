import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { projectFiles, root } from './project-files.ts';
import { styleRules, type StyleRule } from './style-rules.ts';

/** A class of a module, or the beginning of several. */
interface Look {
  sheet: string;
  name: string;
  isStart: boolean;
}

interface Rule extends StyleRule {
  /** Values by property. */
  says: ReadonlyMap<string, string>;
}

const sheets = new Map<string, Rule[]>();
function rulesOf(sheet: string): Rule[] {
  const known = sheets.get(sheet);
  if (known) return known;
  const rules = styleRules(sheet).map((rule) => ({ ...rule, says: valuesIn(rule.declarations) }));
  sheets.set(sheet, rules);
  return rules;
}
const valuesIn = (declarations: string): ReadonlyMap<string, string> =>
  new Map(
    declarations.split(';').flatMap((line) => {
      const [property = '', ...value] = line.split(':');
      return property.trim() === '' ? [] : [[property.trim(), value.join(':').trim()] as const];
    }),
  );

/** Rules with the class, by what is around it: `§ button`. */
const around = ({ sheet, name, isStart }: Look): Rule[] => {
  const named = new RegExp(`\\.${name}${isStart ? String.raw`[\w-]+` : String.raw`(?![\w-])`}`, 'g');
  return rulesOf(sheet)
    .filter(({ selector }) => selector.match(named))
    .map((rule) => ({ ...rule, selector: rule.selector.replaceAll(named, '§') }));
};

/** Whether one of them sets the other too, as `margin` does `margin-top`. */
const isSame = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);

function disputes(one: Look, other: Look): string[] {
  const others = around(other);
  return around(one).flatMap((rule) =>
    others
      .filter(({ selector, media }) => selector === rule.selector && media === rule.media)
      .flatMap(({ says }) =>
        [...rule.says].flatMap(([property, value]) =>
          [...says]
            .filter(([theirs, theirValue]) => isSame(property, theirs) && theirValue !== value)
            .map(([theirs]) => `${rule.selector}: ${property} of ${one.name}, ${theirs} of ${other.name}`),
        ),
      ),
  );
}

/** Components that add a class to their own. */
const own: Record<string, Look> = {
  Check: { sheet: 'tab/shared/ui/Check.module.css', name: 'check', isStart: false },
  Choice: { sheet: 'tab/shared/ui/Choice.module.css', name: 'choice', isStart: false },
  CoverageMatrix: { sheet: 'tab/shared/ui/CoverageMatrix.module.css', name: 'matrixFrame', isStart: false },
  ComingVersion: { sheet: 'tab/documents/parts/ComingVersion.module.css', name: 'coming', isStart: false },
};

/** The classes that an element of a file has from modules. */
function combined(file: string): Look[][] {
  const text = readFileSync(join(root, file), 'utf8');
  const imported = [...text.matchAll(/^import (\w+) from '(\.[^']*\.module\.css)';$/gm)].map(
    ([, name = '', path = '']) => ({ name, sheet: join(dirname(file), path) }),
  );
  const looksIn = (expression: string): Look[] =>
    imported.flatMap(({ name, sheet }) =>
      [...expression.matchAll(new RegExp(`\\b${name}(?:\\.(\\w+)|\\[\`([\\w-]+)\\$\\{)`, 'g'))].map(
        ([, dotted, start]) => ({ sheet, name: dotted ?? start ?? '', isStart: dotted === undefined }),
      ),
    );
  const expressions = [
    ...text.matchAll(/className=\{(`[^`]*`|mergeClasses\((?:[^()]|\([^()]*\))*\))\}/g),
    ...text.matchAll(/const looks = \[([^;]*)\];/g),
  ].map(([, expression = '']) => looksIn(expression));
  const given = [...text.matchAll(/<(\w+)\s[^<>]*?className=\{([^{}]*)\}/g)].flatMap(([, component = '', expression]) =>
    own[component] ? [[own[component], ...looksIn(expression ?? '')]] : [],
  );
  return [...expressions, ...given];
}

it('two modules never say different things of one element: their order is that in which pages are visited', () => {
  const elements = projectFiles()
    .filter((file) => /^tab\/.*\.tsx$/.test(file))
    .flatMap((file) => combined(file).map((looks) => ({ file, looks })));
  const pairs = elements.flatMap(({ file, looks }) =>
    looks.flatMap((one, index) =>
      looks
        .slice(index + 1)
        .filter(({ sheet }) => sheet !== one.sheet)
        .map((other) => ({ file, one, other })),
    ),
  );
  expect(pairs.length).toBeGreaterThan(15);
  expect(pairs.flatMap(({ file, one, other }) => disputes(one, other).map((words) => `${file}: ${words}`))).toEqual([]);
});
