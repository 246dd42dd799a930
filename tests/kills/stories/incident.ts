import { Incidents } from '../../../api/incidents/index.ts';
import { employee, isk, type Story } from './story.ts';

const words = 'I bussen mod rådhuset';

/** A lost phone: told to the bot, reported, taken by the ISK from the card, closed. */
export const incident: Story = {
  name: 'a lost phone is reported, taken and closed',
  about: [words],
  acts: async (stage) => {
    const [anne, mette] = [stage.person(employee), stage.person(isk)];
    await stage.say(anne, 'jeg har mistet min telefon');
    await stage.press(anne, 'incident.report', 'Giv besked til ISK', { text: words });
    await stage.process();
    const [found] = stage.records(Incidents).filter(({ text }) => text === words);
    if (!found) throw new Error('the incident is not there');
    if (!(await stage.press(mette, words, 'Jeg tager den')))
      await stage.as(mette, 'POST', `/api/incidents/${found.key}/take`);
    await stage.process();
    await stage.as(mette, 'POST', `/api/incidents/${found.key}/close`);
    await stage.process();
  },
  wrong: async (stage) => {
    const found = stage.records(Incidents).filter(({ text }) => text === words);
    const [one] = found;
    return [
      ...(found.length === 1 ? [] : [`there are ${found.length} incidents`]),
      ...(one?.state === 'closed' ? [] : [`it is ${one?.state}`]),
      ...(one?.takenBy === stage.person(isk) ? [] : [`it is taken by ${one?.takenBy}`]),
    ];
  },
};
