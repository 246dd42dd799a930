import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useLocation } from 'wouter';
import type { AgendaView, ApprovalRow } from '../../api/approvals/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/forms/useKeptForm.ts';
import { agendaPath, type Body } from './words.ts';

export const meetingBodies = ['securityCommittee', 'corporateManagement', 'executiveBoard'] as const satisfies Body[];

export interface AgendaForm {
  title: string;
  body: (typeof meetingBodies)[number] | '';
  meetsOn: string;
  note: string;
  requestKeys: string[];
}
const fields = ['title', 'body', 'meetsOn', 'note', 'requestKeys'] as const;
const mostShown = 500;

const startOf = (agenda: AgendaView | undefined): AgendaForm => ({
  title: agenda?.title ?? '',
  body: meetingBodies.find((body) => body === agenda?.body) ?? (agenda ? '' : 'securityCommittee'),
  meetsOn: agenda?.meetsOn ?? '',
  note: agenda?.note ?? '',
  requestKeys: agenda?.list.map(({ approval }) => approval.key) ?? [],
});

/** Makes an agenda or changes one: its words, and which requests it holds in which order. */
export function useAgendaForm(agenda: AgendaView | undefined) {
  const [, goTo] = useLocation();
  const [start] = useState(() => startOf(agenda));
  const kept = useKeptForm<AgendaForm>(`approvals-agendaForm:${agenda?.key ?? 'new'}`, start, fields);
  const { form } = kept;
  const [body, keys] = useWatch({ control: form.control, name: ['body', 'requestKeys'] });
  const open = useView('GET /api/approvals', { query: { show: 'all', state: 'open', limit: mostShown } });
  const create = useAct('POST /api/agendas');
  const change = useAct('PUT /api/agendas/:agendaKey');

  // What stands on it already may have been decided, and is then not among the open ones.
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
  const shownKeys = items.map(({ key }) => key);
  const save = form.handleSubmit(async (values) => {
    if (values.body === '') return;
    const wanted = {
      title: values.title.trim(),
      body: values.body,
      meetsOn: values.meetsOn,
      note: values.note.trim(),
      requestKeys: shownKeys,
    };
    try {
      const saved = agenda
        ? await change.mutateAsync({ params: { agendaKey: agenda.key }, body: wanted })
        : await create.mutateAsync({ body: wanted });
      kept.saved();
      notify(t('approvals.agenda.form.saved'));
      goTo(agendaPath(saved.key));
    } catch (error) {
      kept.refuse(error);
    }
  });
  return {
    ...kept,
    body,
    items,
    candidates: [...known.values()].filter(free),
    loading: open.isPending,
    add: (key: string) => arrange([...shownKeys, key]),
    remove: (key: string) => arrange(shownKeys.filter((one) => one !== key)),
    move: (key: string, by: -1 | 1) => {
      const next = shownKeys.filter((one) => one !== key);
      next.splice(shownKeys.indexOf(key) + by, 0, key);
      arrange(next);
    },
    save,
    busy: create.isPending || change.isPending,
    error: kept.elsewhere(create.error ?? change.error),
  };
}
export type AgendaFormState = ReturnType<typeof useAgendaForm>;
