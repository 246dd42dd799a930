import { z } from 'zod';
import { addDays } from '../../../api/kernel/index.ts';
import { employee, isk, save, type Story } from './story.ts';

const counted = z.object({ handedOver: z.number() });
const mine = z.object({
  obligations: z.array(z.object({ title: z.string() }).loose()),
  handedOver: z.array(z.unknown()),
});

/** An ISK hands over, and the colleague is away for a day. */
export const leave: Story = {
  name: 'work is handed over, and falls back while the colleague is away',
  about: [],
  acts: async (stage) => {
    const [mette, anne] = [stage.person(isk), stage.person(employee)];
    const given = { fromPersonId: mette, toPersonId: anne, note: 'Jeg er på kursus.' };
    counted.parse(await stage.as(mette, 'POST', '/api/obligations/hand-over', given));
    await stage.nextDay();
    const [from, to] = [stage.today(), addDays(stage.today(), 1)];
    await save(stage, anne, `/api/absences/${anne}`, { from, to });
    await stage.process();
    await stage.as(anne, 'DELETE', `/api/absences/${anne}`);
    await stage.nextDay();
  },
  wrong: async (stage) => {
    const { handedOver } = mine.parse(await stage.as(stage.person(isk), 'GET', '/api/obligations?show=open'));
    return handedOver.length > 0 ? [] : ['nothing is handed over'];
  },
};
