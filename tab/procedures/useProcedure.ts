import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { ProcedureView, ProcedureVersionView } from '../../api/procedures/contract.ts';
import { fetchFile } from '../shared/api/client.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { daysFrom } from '../shared/days.ts';
import { useMe } from '../shared/me.ts';

/** The procedure in the address. */
export function useProcedure() {
  const { procedureKey = '' } = useParams<{ procedureKey: string }>();
  return useView('GET /api/procedures/:procedureKey', { params: { procedureKey } });
}

/** A procedure's current title. */
export const titleOf = ({ current, coming, versions }: ProcedureView): string =>
  (current ?? coming ?? versions[0])?.title ?? '';

/** A version formerly in force or in draft, by its key. */
export const useOldVersion = (procedureKey: string, versionKey: string) =>
  useView('GET /api/procedures/:procedureKey/versions/:versionKey', { params: { procedureKey, versionKey } });

/** The reader's receipt, and its act. */
export function useAcknowledgeProcedure(procedure: ProcedureView, version: ProcedureVersionView) {
  const me = useMe();
  const act = useAct('POST /api/procedures/:procedureKey/acknowledge');
  return {
    receipt: procedure.receipt ?? act.data?.receipt,
    /** The receipt was given in this view. */
    justGiven: act.data !== undefined,
    firstName: me.data?.person.name.split(' ')[0] ?? '',
    daysLeft: procedure.due && me.data ? daysFrom(me.data.today, procedure.due) : undefined,
    busy: act.isPending,
    error: act.error,
    acknowledge: () => act.mutate({ params: { procedureKey: procedure.key }, body: { versionKey: version.key } }),
  };
}

const asDataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result : '');
    reader.onerror = () => reject(new Error('unreadable picture', { cause: reader.error }));
    reader.readAsDataURL(blob);
  });

/** A picture as a data address, allowed by the page's policy, since an image request cannot carry a token. */
export const usePicture = (procedureKey: string, versionKey: string) => {
  const name = 'GET /api/procedures/:procedureKey/versions/:versionKey/file';
  return useQuery({
    queryKey: [name, { params: { procedureKey, versionKey } }, 'picture'],
    queryFn: async ({ signal }) => asDataUrl(await fetchFile(name, { params: { procedureKey, versionKey } }, signal)),
    staleTime: Infinity,
  });
};
