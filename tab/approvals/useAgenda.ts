import { useState } from 'react';
import { useParams } from 'wouter';
import type { AgendaView } from '../../api/approvals/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { useDraft } from '../shared/forms/useDraft.ts';
import { notify } from '../shared/ui/notify.ts';
import { lengthWrong } from '../shared/forms/field-rules.ts';
import { longestReason, needsReason, type Choice } from './tally.ts';

const openMilliseconds = 10_000;

export type AgendaItem = AgendaView['list'][number];

export const useAgendas = () => useView('GET /api/agendas', {});

/** The agenda in the address; others' votes are polled until the meeting is held. */
export function useAgenda() {
  const { agendaKey = '' } = useParams<{ agendaKey: string }>();
  return useView(
    'GET /api/agendas/:agendaKey',
    { params: { agendaKey } },
    { every: (view) => view?.state === 'sent' && openMilliseconds },
  );
}

interface Chosen {
  choice: Choice;
  reason: string;
}
type Choices = Readonly<Record<string, Chosen>>;
/** Results of the last votes: undefined when saved, otherwise the reason. */
type Results = ReadonlyMap<string, string | undefined>;

/** What is wrong with the reason of a choice that needs one; that of another choice is not shown, and not sent. */
export function reasonWrong(chosen: Chosen): string | undefined {
  if (!needsReason(chosen.choice)) return undefined;
  if (chosen.reason.trim() === '') return t('approvals.vote.reasonNeeded');
  return lengthWrong(chosen.reason, longestReason);
}

/** My choice per item, stored on this device until sent; each item has its own result. */
export function useAgendaVotes(agenda: AgendaView) {
  const draft = useDraft<Choices>(`approvals-agenda:${agenda.key}`);
  const [chosen, setChosen] = useState<Choices>(draft.found ?? {});
  const [asked, setAsked] = useState(false);
  const [results, setResults] = useState<Results>(new Map());
  const act = useAct('POST /api/agendas/:agendaKey/vote');
  const mine = agenda.list.filter((item) => item.vote);
  const change = (next: Choices) => {
    setChosen(next);
    if (Object.keys(next).length > 0) draft.keep(next);
    else draft.forget();
  };
  const without = (keys: readonly string[]): Choices =>
    Object.fromEntries(Object.entries(chosen).filter(([key]) => !keys.includes(key)));

  const send = (votes: readonly (readonly [AgendaItem, Chosen])[]) => {
    const body = votes.flatMap(([{ approval, contentHash }, vote]) =>
      approval.stage
        ? [
            {
              requestKey: approval.key,
              stage: approval.stage.number,
              contentHash,
              choice: vote.choice,
              ...(needsReason(vote.choice) ? { reason: vote.reason.trim() } : {}),
            },
          ]
        : [],
    );
    act.mutate(
      { params: { agendaKey: agenda.key }, body: { votes: body } },
      {
        onSuccess: ({ results: answered }) => {
          const saved = answered.filter(({ code }) => code === undefined).map(({ requestKey }) => requestKey);
          setResults(
            new Map(
              answered.map(({ requestKey, code, message }) => [
                requestKey,
                code === undefined ? undefined : (message ?? t('approvals.agenda.resultUnknown')),
              ]),
            ),
          );
          setAsked(false);
          change(without(saved));
          notify(resultText(saved.length, answered.length - saved.length));
        },
      },
    );
  };

  const picked = mine.flatMap((item) => {
    const choice = chosen[item.approval.key];
    return choice ? [[item, choice] as const] : [];
  });
  const rest = mine.filter(({ approval }) => approval.mine === 'vote' && !chosen[approval.key]);
  return {
    chosen,
    results,
    picked,
    rest,
    /** What is wrong with reasons is shown from the first attempt. */
    asked,
    busy: act.isPending,
    error: act.error,
    choose: (key: string, choice: Choice) =>
      change(
        chosen[key]?.choice === choice
          ? without([key])
          : { ...chosen, [key]: { choice, reason: chosen[key]?.reason ?? '' } },
      ),
    changeReason: (key: string, reason: string) => {
      const before = chosen[key];
      if (before) change({ ...chosen, [key]: { ...before, reason } });
    },
    /** The first item whose reason is missing or too long. */
    sendPicked: (): string | undefined => {
      const lacking = picked.find(([, choice]) => reasonWrong(choice) !== undefined);
      setAsked(true);
      if (lacking) return lacking[0].approval.key;
      send(picked);
      return undefined;
    },
    approveRest: () => send(rest.map((item) => [item, { choice: 'approve', reason: '' }] as const)),
  };
}
export type AgendaVotes = ReturnType<typeof useAgendaVotes>;

function resultText(saved: number, failed: number): string {
  const parts = [
    saved > 0 && t('approvals.agenda.results', { count: saved }),
    failed > 0 && t('approvals.agenda.resultsFailed', { count: failed }),
  ];
  return parts.filter(Boolean).join(' ');
}

/** Sends an agenda to its members, or closes it after the meeting. */
export function useAgendaAct(agenda: AgendaView, what: 'send' | 'close', onDone: () => void) {
  const send = useAct('POST /api/agendas/:agendaKey/send');
  const close = useAct('POST /api/agendas/:agendaKey/close');
  const act = what === 'send' ? send : close;
  return {
    busy: act.isPending,
    error: act.error,
    press: () =>
      act.mutate(
        { params: { agendaKey: agenda.key } },
        {
          onSuccess: () => {
            notify(t(what === 'send' ? 'approvals.agenda.sent' : 'approvals.agenda.closed', { title: agenda.title }));
            onDone();
          },
        },
      ),
  };
}
