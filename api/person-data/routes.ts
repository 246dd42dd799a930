import type { Context } from '../context.ts';
import { allow, routes, type Route } from '../http/route.ts';
import { fold, foldedMatch } from '../kernel/index.ts';
import { everybodyByName, operationsReaders, personRef } from '../organisation/index.ts';
import type { PersonalList } from './about-person.ts';
import { personDataContract } from './contract.ts';
import { personWorkbook } from './person-workbook.ts';

const atMost = 20;

function everybodyFound(context: Context, q: string) {
  const search = fold(q);
  const found = [];
  for (const { person, folded } of everybodyByName(context)) {
    if (person.key !== q.trim() && (search === '' || !foldedMatch(folded, search))) continue;
    const { key, leftOn } = person;
    found.push({ person: personRef(context, key), ...(leftOn === undefined ? {} : { leftOn }) });
    if (found.length === atMost) break;
  }
  return { people: found };
}

/** `lists`: those with personal data. CISO and team answer requests; the auditor (DPO) has insight. */
export const personDataRoutes = (lists: readonly PersonalList[]): readonly Route[] =>
  routes(personDataContract, {
    'GET /api/person-data': allow(operationsReaders, (context, _actor, { query: { q } }) => everybodyFound(context, q)),
    'GET /api/person-data/:personId/file.xlsx': allow(operationsReaders, (context, actor, { params: { personId } }) => {
      const readable = lists.filter(({ mayRead }) => mayRead?.(actor) !== false);
      return personWorkbook(context, actor, readable, { personId, isPart: readable.length < lists.length });
    }),
  });
