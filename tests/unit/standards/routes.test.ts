import { describe, expect, it } from 'vitest';
import { standardsRoutes } from '../../../api/standards/index.ts';
import type { Context } from '../../../api/context.ts';
import { refusal, the } from '../organisation/builders.ts';
import { aStandardsTown } from './builders.ts';

const routes = standardsRoutes({ usedBy: () => [] });
const noGraph = () => {
  throw new Error('nothing is asked of Graph');
};
const ask = async (context: Context, who: string, name: string, query: unknown) =>
  routes
    .find((route) => route.name === name)
    ?.run(context, the(context, who), { params: {}, query, body: undefined }, { graph: noGraph });

describe('the names to choose from', () => {
  it('are for whoever writes a control, also an owner without a role, and for nobody else', async () => {
    const { context, add } = await aStandardsTown();
    await add({ ownerId: 'anne' });
    for (const [name, query] of [
      ['GET /api/requirement-names', { q: 'A.5.18' }],
      ['GET /api/control-links/names', { kind: 'procedure', q: '' }],
    ] as const) {
      for (const who of ['ciso', 'isk-nord', 'auditor', 'anne'])
        await expect(ask(context, who, name, query), who).resolves.toBeDefined();
      for (const who of ['bo', 'council', 'secretary'])
        expect(await refusal(() => ask(context, who, name, query)), who).toBe('standards.noControlOfYours');
    }
  });
});
