import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import type { JourneyWorld } from '../support/world.ts';
import { choosePerson } from './choose-person.ts';
import { decisionSteps, type Said } from './readme-decisions.ts';
import { governingSteps } from './readme-governing.ts';
import { riskSteps } from './readme-risks.ts';

/** The README's sentences on what to try, each on one line. */
export function sentencesOf(readme: string): string[] {
  const part = /## Try it: one command[\s\S]*?(?=\n- `npm start)/.exec(readme)?.[0] ?? '';
  const from = part.indexOf('Try this:');
  return part
    .slice(from)
    .split(/\n\n/)
    .flatMap((paragraph) =>
      paragraph
        .replaceAll(/\s+/g, ' ')
        .trim()
        // A full stop within a label (`kl. 9`) or version (`5.0`) ends nothing.
        .split(/(?<=[.!?])(?<!kl\.) (?=[A-Z_])/),
    )
    .filter((sentence) => sentence !== '');
}

export const saidIn = (sentence: string): Said => ({
  people: [...sentence.matchAll(/\*\*(.+?)\*\*/g)].map(([, name = '']) => name),
  labels: [...sentence.matchAll(/(?<![A-Za-z])_(.+?)_(?![A-Za-z])/g)].map(([, label = '']) => label),
});
/** The sentence without its names: the instruction. A rewritten sentence has no step. */
export const shapeOf = (sentence: string): string =>
  sentence
    .replaceAll("'", '’')
    .replaceAll(/\*\*.+?\*\*/g, '**')
    .replaceAll(/(?<![A-Za-z])_(.+?)_(?![A-Za-z])/g, '_');

export interface Walker {
  /** Performs a sentence and asserts what it states; throws otherwise. */
  take(sentence: string): Promise<void>;
}

const steps = { ...decisionSteps, ...governingSteps, ...riskSteps };

export function walker(world: JourneyWorld, page: Page): Walker {
  const tab = page.frameLocator('iframe');
  const met: string[] = [];
  const become = async (name: string) => {
    met.push(name);
    await choosePerson(page, name);
  };
  return {
    take: async (sentence) => {
      const step = steps[shapeOf(sentence)];
      expect(step, `the README says something that no step does: ${shapeOf(sentence)}`).toBeDefined();
      await step?.({
        ...{ ...saidIn(sentence), tab, page, world, become },
        again: async (firstName) => {
          const name = met.find((known) => known.startsWith(`${firstName} `));
          if (name === undefined) throw new Error(`nobody was called ${firstName} before`);
          await become(name);
        },
        menu: (label = '') =>
          tab.getByRole('navigation').getByRole('link', { name: label, exact: true }).first().click(),
      });
    },
  };
}
