import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';
import { looking, type Survey } from './looking.ts';

/** Findings name a selector only: serialising each element takes as long as a rule. */
const axeSource = `${readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')}
axe.configure({ noHtml: true, rules: [{ id: 'color-contrast', selector: '[data-contrast]' }] });
globalThis.looking = (${looking.toString()})();
for (const [id, kind] of [['color-contrast', 'text'], ['link-in-text-block', 'link'], ['link-in-text-block-style', 'link']]) {
  const check = axe._audit.checks[id];
  const { evaluate } = check;
  check.evaluate = function (node, ...rest) {
    const result = evaluate.call(this, node, ...rest);
    if (result === true) looking.passed(kind, node);
    return result;
  };
}`;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules about what the page's own part and the tab around it are together. */
const ofBoth = [
  ...[
    'heading-order',
    'page-has-heading-one',
    'duplicate-id-aria',
    'skip-link',
    'landmark-one-main',
    'landmark-unique',
  ],
  ...['banner', 'contentinfo', 'main'].map((part) => `landmark-no-duplicate-${part}`),
];
/** Rules that depend on the width, beside colours. */
const ofWidth = ['target-size', 'scrollable-region-focusable'];
const ofColours = ['color-contrast', 'link-in-text-block'];

/** Preloading is for rules about media and for one not requested. */
const onlyViolations = { resultTypes: ['violations'], preload: false };

interface AxeResult {
  violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

/**
 * axe's violations in the tab, one line per node; empty is good. All rules look at a page; what they have found good
 * before, they do not look at again (`looking`).
 */
export const axe = (tab: Frame): Promise<string[]> => axeOf(tab, 'all');

/** The same for colours, which depend on the theme. Other rules do not. */
export const axeColours = (tab: Frame): Promise<string[]> => axeOf(tab, 'colours');

function rulesFor({ texts, links, targets, sameStructure }: Survey, what: 'all' | 'colours') {
  const needless = new Set([
    ...(texts > 0 ? [] : ['color-contrast']),
    ...(links > 0 ? [] : ['link-in-text-block']),
    ...(targets ? [] : ['target-size']),
  ]);
  if (what === 'all' && !sameStructure)
    return { runOnly: tags, rules: Object.fromEntries([...needless].map((id) => [id, { enabled: false }])) };
  const values = [...ofColours, ...(what === 'all' ? [...ofWidth, ...ofBoth] : [])].filter((id) => !needless.has(id));
  return values.length === 0 ? undefined : { runOnly: { type: 'rule', values } };
}

async function axeOf(tab: Frame, what: 'all' | 'colours'): Promise<string[]> {
  // The page behind a dialog returns shortly after it closes.
  await tab.evaluate(async () => {
    while (!document.querySelector('[role=dialog]') && document.querySelector('#root[aria-hidden]'))
      await new Promise((resolve) => requestAnimationFrame(resolve));
  });
  if (await tab.evaluate('!globalThis.axe')) await tab.evaluate(axeSource);
  const rules = rulesFor(await tab.evaluate<Survey>('looking.survey()'), what);
  if (!rules) return [];
  const { violations } = await tab.evaluate<AxeResult>(`axe.run(${JSON.stringify({ ...onlyViolations, ...rules })})`);
  await tab.evaluate(`looking.remember(${what === 'all' && violations.length === 0})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\n', ' ')}`),
  );
}
