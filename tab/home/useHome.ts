import { useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';

const coverageMilliseconds = 30_000;
/** Until the reader's receipt exists: it may be given on a card in the chat. */
const receiptMilliseconds = 10_000;

/** Data of the overview. Coverage is requested only for those who may see it. */
export function useHome() {
  const me = useMe();
  const policy = useView(
    'GET /api/policy',
    {},
    {
      enabled: me.data !== undefined,
      every: (view) => (view?.current && !view.current.receipt ? receiptMilliseconds : false),
    },
  );
  const versionKey = policy.data?.current?.key ?? '';
  const coverage = useView(
    'GET /api/policy/versions/:versionKey/coverage',
    { params: { versionKey } },
    { enabled: versionKey !== '' && me.data?.abilities.seeCoverage === true, every: () => coverageMilliseconds },
  );
  return { me, policy, coverage };
}
