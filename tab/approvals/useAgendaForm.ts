import { useWatch } from 'react-hook-form';
import type { AgendaView, ApprovalRow } from '../../api/approvals/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { useForm } from '../shared/forms/useForm.ts';
import { agendaPath, type Body } from './words.ts';

export const meetingBodies = ['securityCommittee', 'corporateManagement', 'executiveBoard'] as const satisfies Body[];

export interface AgendaForm {
  title: string;
  body: (typeof meetingBodies)[number] | '';
  meetsOn: string;
  note: string;
  requestKeys: string[];
}
const mostShown = 500;

const startOf = (agenda: AgendaView | undefined): AgendaForm => ({
  title: agenda?.title ?? '',
  body: meetingBodies.find((body) => body === agenda?.body) ?? (agenda ? '' : 'securityCommittee'),
  meetsOn: agenda?.meetsOn ?? '',
  note: agenda?.note ?? '',
  requestKeys: agenda?.list.map(({ approval }) => approval.key) ?? [],
});

/** Creates or changes an agenda: its fields, and its requests in order. */
export function useAgendaForm(agenda: AgendaView | undefined) {
  const params = { agendaKey: agenda?.key ?? '' };
  const shownKeys = (): string[] => items.map(({ key }) => key);
  const open = useView('GET /api/approvals', { query: { show: 'all', state: 'open', limit: mostShown } });
  const titles = new Map((agenda?.list ?? []).map(({ approval }) => [approval.key, approval.title]));
  const state = useForm({
    start: startOf(agenda),
    draft: `approvals-agendaForm:${agenda?.key ?? 'new'}`,
    shared: {
      etag: agenda?.etag ?? '',
      names: {
        title: t('approvals.agenda.form.title'),
        body: t('approvals.agenda.form.body'),
        meetsOn: t('approvals.agenda.form.meetsOn'),
        note: t('approvals.agenda.note'),
        requestKeys: t('approvals.agenda.items'),
      },
      said: (values, field) => {
        if (field === 'body') return values.body && t(`roles.${values.body}`);
        if (field !== 'requestKeys') return undefined;
        return values.requestKeys
          .map((key) => open.data?.approvals.find((row) => row.key === key)?.title ?? titles.get(key))
          .join('\n');
      },
      latest: async (read) => {
        const now = await read('GET /api/agendas/:agendaKey', { params });
        return { values: startOf(now), etag: now.etag };
      },
    },
    send: ({ title, body: chosen, meetsOn, note }, api, { etag: expected }) => {
      if (chosen === '') return undefined;
      const wanted = { title: title.trim(), body: chosen, meetsOn, note: note.trim(), requestKeys: shownKeys() };
      return agenda
        ? api('PUT /api/agendas/:agendaKey', { params, body: { ...wanted, expected } })
        : api('POST /api/agendas', { body: wanted });
    },
    saved: t('approvals.agenda.form.saved'),
    goTo: ({ key }) => agendaPath(key),
  });
  const { form } = state;
  const [body, keys, meetsOn] = useWatch({ control: form.control, name: ['body', 'requestKeys', 'meetsOn'] });

  // Existing items may be decided, and are then not among the open ones.
  const known = new Map<string, ApprovalRow>(
    [
      ...(open.data?.approvals ?? []),
      ...(agenda?.candidates ?? []),
      ...(agenda?.body === body ? agenda.list.map(({ approval }) => approval) : []),
    ].map((row) => [row.key, row]),
  );
  const fits = (row: ApprovalRow) => row.stage === undefined || row.stage.body === body;
  const items = keys.flatMap((key) => {
    const row = known.get(key);
    return row && fits(row) ? [row] : [];
  });
  const free = ({ key, agenda: other, stage }: ApprovalRow) =>
    stage?.body === body && !keys.includes(key) && (other === undefined || other.key === agenda?.key);

  const arrange = (next: string[]) => form.setValue('requestKeys', next, { shouldDirty: true });
  return {
    ...state,
    body,
    meetsOn,
    items,
    candidates: [...known.values()].filter(free),
    loading: open.isPending,
    add: (key: string) => arrange([...shownKeys(), key]),
    remove: (key: string) => arrange(shownKeys().filter((one) => one !== key)),
    move: (key: string, by: -1 | 1) => {
      const next = shownKeys().filter((one) => one !== key);
      next.splice(shownKeys().indexOf(key) + by, 0, key);
      arrange(next);
    },
  };
}
export type AgendaFormState = ReturnType<typeof useAgendaForm>;
