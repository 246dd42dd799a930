import { added, stored } from './asking.ts';
import { group, question } from './question.ts';
import { answerOf, isDone, refusalOf, textIn } from './reply.ts';
import { newList } from './scratch.ts';

export const lists = group({
  title: 'Making lists',
  takes: 'the provisioning app and the running app',
  questions: {
    'list.columns': question({
      asks: 'Are the columns that a list is made with there?',
      calls: 'POST …/lists with columns, GET …/columns',
      touches: 'provisioning',
      desk: 'made',
      otherwise: { lost: 'provisioning reads the columns back and adds what is missing, one by one' },
      ask: async ({ list }) => (list.asMade.lost.length === 0 ? 'made' : 'lost'),
    }),
    'list.unique': question({
      asks: 'Is a column that is made indexed and unique so?',
      calls: 'POST …/lists with columns, GET …/columns',
      touches: 'provisioning; that nothing is made twice',
      desk: 'kept',
      otherwise: { lost: 'provisioning changes the column until it is, and says so when it cannot' },
      ask: async ({ list }) => {
        const { key } = list.asMade;
        return key['indexed'] === true && key['enforceUniqueValues'] === true ? 'kept' : 'lost';
      },
    }),
    'list.default': question({
      asks: 'Does an item get the default value of a column?',
      calls: 'POST …/lists with a defaultValue, POST …/items',
      touches: 'nothing: the program gives every value itself',
      desk: 'given',
      otherwise: { ignored: 'default values are not used' },
      ask: async ({ list }) => {
        const { id } = await added(list, { Key: 'default' });
        return (await stored(list, id))['Given'] === 'standard' ? 'given' : 'ignored';
      },
    }),
    'list.visible': question({
      asks: 'Is a new list at once among the lists of the site?',
      calls: 'POST …/lists, GET …/lists',
      touches: 'provisioning',
      desk: 'atOnce',
      otherwise: { later: 'provisioning looks again for a minute' },
      ask: async ({ list }) => (list.asMade.isListed ? 'atOnce' : 'later'),
    }),
    'list.taken': question({
      asks: 'What does a second list of the same name answer?',
      calls: 'POST …/lists with the name of the scratch list',
      touches: 'provisioning by two programs at once',
      desk: 'conflict',
      otherwise: { refused: 'after any refusal the list is looked for by its name' },
      ask: async ({ list, site }) => {
        const reply = await site.owner('POST', '/lists', newList(list.name));
        return refusalOf(reply, { conflict: 409, refused: 400 });
      },
    }),
    'list.byWrite': question({
      asks: 'May the running app, with the role write, make lists?',
      calls: 'POST …/lists as the running app',
      touches: 'who provisions; least privilege',
      desk: 'refused',
      otherwise: { made: 'the running app never tries; doctor says when its role is wider than needed' },
      ask: async ({ site, prefix }) => {
        const reply = await site.app('POST', '/lists', newList(`${prefix}-byWrite`));
        if (isDone(reply)) await site.app('DELETE', `/lists/${textIn(reply.body, 'id')}`);
        return answerOf(reply, 'made', { refused: 403 });
      },
    }),
    'column.byWrite': question({
      asks: 'May the running app, with the role write, add columns?',
      calls: 'POST …/columns as the running app',
      touches: 'who provisions; least privilege',
      desk: 'refused',
      otherwise: { made: 'the running app never tries' },
      ask: async ({ list }) => {
        const reply = await list.app('POST', '/columns', { name: 'ByWrite', text: {} });
        if (isDone(reply)) await list.app('DELETE', `/columns/${textIn(reply.body, 'id')}`);
        return answerOf(reply, 'made', { refused: 403 });
      },
    }),
  },
});
