import type { Part } from './declaration.ts';
import { lackedBy } from './script-lines.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** What the parts make, for those who must agree to it before. */
export function planPage(
  parts: readonly Part[],
  byHand: readonly { what: string; who: string; why: string }[],
): string {
  return [
    '# What setup makes',
    '',
    'Each step looks first and makes what is missing; none changes or removes anything else. Nothing here is a secret.',
    '',
    ...parts.flatMap((part) => [
      `## ${part.title}`,
      '',
      `By: ${part.who}.${part.scopes.length > 0 ? ` The administrator's tool asks for ${part.scopes.map((scope) => `\`${scope}\``).join(', ')}, for the administrator alone.` : ''}`,
      ...(lackedBy(part).length > 0 ? ['', `Not known yet: ${lackedBy(part).join(', ')}.`] : []),
      '',
      '| what | why | how |',
      '| --- | --- | --- |',
      ...part.steps
        .filter(({ make }) => make !== undefined)
        .map(
          ({ what, why, make }) =>
            `| ${cell(what)} | ${cell(why)} | \`${make?.method ?? ''} ${cell(make?.path ?? '')}\` |`,
        ),
      '',
    ]),
    '## By hand',
    '',
    '| what | who | why |',
    '| --- | --- | --- |',
    ...byHand.map(({ what, who, why }) => `| ${cell(what)} | ${who} | ${cell(why)} |`),
    '',
  ].join('\n');
}
