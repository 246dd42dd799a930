import { setTimeout as sleep } from 'node:timers/promises';
import { asAppError, unexpected } from '../kernel/index.ts';
import { odataText, type Graph } from '../sharepoint/index.ts';

const tries = 5;

/**
 * Creates an item and returns its id. After a lost answer the item is looked up by key; one without a key is left to
 * the next run, which finds it by position. 2 units. Throws AppError as Graph does.
 */
export async function makeItem(graph: Graph, address: string, fields: Record<string, unknown>): Promise<string> {
  for (let round = 1; ; round += 1) {
    try {
      return idIn(await graph.post(`${address}/items`, { fields }, { lane: 'background' }));
    } catch (failure) {
      if (asAppError(failure).kind !== 'unavailable' || typeof fields.Key !== 'string') throw failure;
      const filter = `$filter=fields/Key%20eq%20${odataText(fields.Key)}`;
      const found: unknown = await graph.get(`${address}/items?${filter}&$select=id`, { lane: 'background' });
      const [item] = typeof found === 'object' && found !== null && 'value' in found ? asArray(found.value) : [];
      if (item !== undefined) return idIn(item);
      if (round >= tries) throw failure;
      await sleep(500 * round);
    }
  }
}

const asArray = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function idIn(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string') return value.id;
  throw unexpected(new Error('an item without an id'));
}
