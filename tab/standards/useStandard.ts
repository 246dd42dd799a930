import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import { requirementStatusNames } from './statuses.ts';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';

/** The standard in the address, with its search and selected requirements. */
export function useStandard() {
  const { standardKey = '' } = useParams<{ standardKey: string }>();
  const { valueOf, choose } = useAddress<'q' | 'standing'>();
  const q = valueOf('q') ?? '';
  const status = requirementStatusNames.find((known) => known === valueOf('standing'));
  const params = { standardKey };
  const query = { ...(q ? { q } : {}), ...(status ? { status } : {}) };
  const view = useView('GET /api/standards/:standardKey', { params, query }, { keepPrevious: true });
  const excel = useMutation({
    mutationFn: () => download('GET /api/standards/:standardKey/applicability.xlsx', { params }),
  });
  const word = useMutation({
    mutationFn: () => download('GET /api/standards/:standardKey/applicability.docx', { params }),
  });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  return {
    view,
    q,
    status,
    choose,
    excel,
    word,
    chosen,
    clear: () => setChosen(new Set()),
    /** Selects or deselects requirements by key. */
    mark: (keys: readonly string[], on: boolean) =>
      setChosen((before) => {
        const after = new Set(before);
        for (const key of keys) {
          if (on) after.add(key);
          else after.delete(key);
        }
        return after;
      }),
  };
}
export type StandardState = ReturnType<typeof useStandard>;
