import { groups, type Otherwise } from '../../questions/index.ts';
import { table } from './lists-page.ts';

/** What probe asks, a table for each group. */
export const questionsTable = (): string =>
  groups
    .map(({ title, takes, questions }) => {
      const rows = Object.entries(questions).map(([id, { asks, calls, touches, desk, otherwise }]) => [
        `\`${id}\``,
        `${asks} ${codes(calls)}`,
        `\`${desk}\``,
        Object.entries(otherwise)
          .map(([answer, way]) => `\`${answer}\`: ${wayOf(way)}`)
          .join('; '),
        touches,
      ]);
      const head = [
        'question',
        'what is asked, and how',
        'the desk',
        'other answers, and what the program does then',
        'touches',
      ];
      return [`### ${title}`, `Takes ${takes}.`, table([head, ...rows]).join('\n')].join('\n\n');
    })
    .join('\n\n');

const codes = (calls: string): string => `(\`${calls}\`)`;
const wayOf = (way: Otherwise): string => (typeof way === 'string' ? way : `**no fallback.** ${way.lacks}`);
