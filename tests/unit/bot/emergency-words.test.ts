import { describe, expect, it } from 'vitest';
import { meant } from '../../../bot/commands/emergency-card.ts';
import { understand } from '../../../bot/commands/understand.ts';

const plan = (title: string, system: string) => ({ title, asset: { title: system } });
const plans = [
  plan('Når omsorgsjournalen er nede', 'Omsorgsjournal'),
  plan('Løn uden it', 'Lønsystem'),
  plan('Når telefonen er nede', 'Telefoni'),
];
const titles = (text: string) => meant(plans, text).map(({ asset }) => asset.title);

describe('what is down', () => {
  it.each([
    ['omsorgsjournalen er nede', ['Omsorgsjournal']],
    ['OMSORGSJOURNAL virker ikke', ['Omsorgsjournal']],
    ['lønsystemet er nede', ['Lønsystem']],
    ['telefonerne er nede', ['Telefoni']],
    ['det er nede', ['Omsorgsjournal', 'Lønsystem', 'Telefoni']],
    ['systemet er nede', ['Omsorgsjournal', 'Lønsystem', 'Telefoni']],
    ['kaffemaskinen er nede', ['Omsorgsjournal', 'Lønsystem', 'Telefoni']],
  ])('%s', (text, systems) => expect(titles(text)).toEqual(systems));

  it('is understood with the name of a system in front', () => {
    expect(understand('omsorgsjournalen er nede')?.command).toBe('emergency');
  });
});
