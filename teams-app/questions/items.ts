import { added, stored, tried, writeRole, type ScratchList } from './asking.ts';
import { group, question } from './question.ts';
import { answerOf, isJson, needed, Odd, textIn, type Reply } from './reply.ts';

/** The largest text that the program writes. */
const largest = 60_000;

export const items = group({
  title: 'Reading and writing items',
  takes: 'the provisioning app and the running app',
  questions: {
    'item.create': question({
      asks: 'Are the fields in the answer to a new item?',
      calls: 'POST …/items',
      touches: 'every record made',
      desk: 'whole',
      otherwise: { bare: 'the item is read once more (1 unit)' },
      ask: async ({ list }) => (isJson((await added(list, { Key: 'create' })).body['fields']) ? 'whole' : 'bare'),
    }),
    'item.update': question({
      asks: 'Are the fields in the answer to a change of an item?',
      calls: 'PATCH …/items/{id}',
      touches: 'every record changed',
      desk: 'whole',
      otherwise: { bare: 'what was sent counts as stored, with the eTag of the answer' },
      ask: async ({ list }) => {
        const { body } = await changed(list, 'update');
        return isJson(body['fields']) ? 'whole' : 'bare';
      },
    }),
    'item.fields': question({
      asks: 'Is a change by the address of the fields accepted?',
      calls: 'PATCH …/items/{id}/fields',
      touches: 'nothing: the program writes by the address of the item',
      desk: 'taken',
      otherwise: { refused: 'that form is not used' },
      ask: async ({ list }) => {
        const { id } = await added(list, { Key: 'fields' });
        return answerOf(await list.app('PATCH', `/items/${id}/fields`, { Plain: 'changed' }), 'taken', {
          refused: 400,
        });
      },
    }),
    'item.gone': question({
      asks: 'What does deleting an item twice answer?',
      calls: 'DELETE …/items/{id}, twice',
      touches: 'removing what another program removed meanwhile',
      desk: 'missing',
      otherwise: { done: 'both mean that it is gone' },
      ask: async ({ list }) => {
        const { id } = await added(list, { Key: 'gone' });
        needed(await list.app('DELETE', `/items/${id}`), writeRole);
        return answerOf(await list.app('DELETE', `/items/${id}`), 'done', { missing: [404, 410] });
      },
    }),
    'text.long': question({
      asks: 'What becomes of 256 characters in a single line?',
      calls: 'POST …/items, GET …/items/{id}',
      touches: 'titles and keys',
      desk: 'refused',
      otherwise: {
        cut: 'the program refuses more than 255 before it asks',
        taken: 'the program refuses more than 255 before it asks',
      },
      ask: async ({ list }) => {
        const reply = await tried(list, { Key: 'long', Plain: 'x'.repeat(256) });
        const answer = answerOf(reply, 'taken', { refused: [400, 500] });
        if (answer !== 'taken') return answer;
        return textIn(await stored(list, textIn(reply.body, 'id')), 'Plain').length === 256 ? 'taken' : 'cut';
      },
    }),
    'text.number': question({
      asks: 'What does a number in a text column answer?',
      calls: 'POST …/items',
      touches: 'nothing: the program sends text',
      desk: 'failure',
      otherwise: {
        refused: 'fields are encoded by their declaration, so it does not happen',
        taken: 'fields are encoded by their declaration, so it does not happen',
      },
      ask: async ({ list }) =>
        answerOf(await tried(list, { Key: 'number', Plain: 5 }), 'taken', { failure: 500, refused: 400 }),
    }),
    'text.space': question({
      asks: 'Are spaces round a single line kept?',
      calls: 'POST …/items, GET …/items/{id}',
      touches: 'what is compared with what was written',
      desk: 'kept',
      otherwise: { trimmed: 'what people write is trimmed before it is stored' },
      ask: async ({ list }) => {
        const { id } = await added(list, { Key: 'space', Plain: ' between ' });
        const { Plain } = await stored(list, id);
        if (Plain === ' between ') return 'kept';
        return typeof Plain === 'string' && Plain.trim() === 'between'
          ? 'trimmed'
          : new Odd(`" between " came back as ${JSON.stringify(Plain)}`);
      },
    }),
    'text.lines': question({
      asks: 'Are the line breaks of a long text kept?',
      calls: 'POST …/items, GET …/items/{id}',
      touches: 'texts of documents and their hashes; repeats of a press',
      desk: 'kept',
      otherwise: { windows: 'line breaks are read and written as \\n, whatever is stored' },
      ask: async ({ list }) => {
        const text = '# One\n\ntwo <b> & "three"\n';
        const { id } = await added(list, { Key: 'lines', Long: text });
        const { Long } = await stored(list, id);
        if (Long === text) return 'kept';
        return Long === text.replaceAll('\n', '\r\n')
          ? 'windows'
          : new Odd(`${JSON.stringify(text)} came back as ${JSON.stringify(Long)}`);
      },
    }),
    'text.room': question({
      asks: `Does a long text hold ${largest.toLocaleString('en')} characters?`,
      calls: 'POST …/items',
      touches: 'long documents, blocks of deliveries',
      desk: 'taken',
      otherwise: {
        refused: {
          lacks:
            'A text that is longer than the tenant takes cannot be saved; its writer sees an error. Keep texts shorter.',
        },
      },
      ask: async ({ list }) =>
        answerOf(await tried(list, { Key: 'room', Long: 'x'.repeat(largest) }), 'taken', { refused: [400, 413, 500] }),
    }),
    'text.empty': question({
      asks: 'How is an empty text read?',
      calls: 'POST …/items, GET …/items/{id}',
      touches: 'every optional text',
      desk: 'absent',
      otherwise: { empty: 'absent, null and empty are read alike' },
      ask: async ({ list }) => howRead(list, (await added(list, { Key: 'empty', Plain: '' })).id, 'Plain'),
    }),
    'text.cleared': question({
      asks: 'How is a field read that was cleared with null?',
      calls: 'POST, PATCH and GET …/items/{id}',
      touches: 'every optional field',
      desk: 'absent',
      otherwise: {
        null: 'absent, null and empty are read alike',
        empty: 'absent, null and empty are read alike',
      },
      ask: async ({ list }) => {
        const { id } = await added(list, { Key: 'cleared', Plain: 'something' });
        needed(await list.app('PATCH', `/items/${id}`, { fields: { Plain: null } }), writeRole);
        const { Plain } = await stored(list, id);
        return Plain === null ? 'null' : howRead(list, id, 'Plain');
      },
    }),
    'boolean.unset': question({
      asks: 'How is a yes/no column read that was never set?',
      calls: 'POST …/items, GET …/items/{id}',
      touches: 'results of tests and downtimes',
      desk: 'absent',
      otherwise: {
        false:
          'read as no; the two optional ones count once the test or downtime is closed, but filters for "failed" show open ones too',
      },
      ask: async ({ list }) => {
        const { Yes } = await stored(list, (await added(list, { Key: 'unset' })).id);
        if (Yes === undefined || Yes === null) return 'absent';
        return Yes === false ? 'false' : new Odd(`it is ${JSON.stringify(Yes)}`);
      },
    }),
    'field.required': question({
      asks: 'What does an item without a required field answer?',
      calls: 'POST …/columns with required, POST …/items',
      touches: 'nothing: no column is required',
      desk: 'taken',
      otherwise: {
        refused: 'only Title is required, by SharePoint itself; a record without a title has its key there',
      },
      ask: async ({ list }) => {
        const column = needed(
          await list.owner('POST', '/columns', { name: 'Needed', required: true, text: {} }),
          'the role fullcontrol',
        );
        const reply = await tried(list, { Key: 'required' });
        await list.owner('DELETE', `/columns/${textIn(column.body, 'id')}`);
        return answerOf(reply, 'taken', { refused: 400 });
      },
    }),
  },
});

/** Changes a new item; the change must be accepted. */
async function changed(list: ScratchList, key: string): Promise<Reply> {
  const { id } = await added(list, { Key: key });
  return needed(await list.app('PATCH', `/items/${id}`, { fields: { Plain: 'changed' } }), writeRole);
}

async function howRead(list: ScratchList, id: string, name: string): Promise<'absent' | 'empty' | Odd> {
  const value = (await stored(list, id))[name];
  if (value === undefined) return 'absent';
  return value === '' ? 'empty' : new Odd(`it is ${JSON.stringify(value)}`);
}
