import type { z } from 'zod';
import type { approvalsContract } from '../../../../api/approvals/contract.ts';
import { outcomeNow, outcomeWith, standingOf, type Choice } from '../../../../tab/approvals/tally.ts';
import { member, type ApprovalsState, type MockAgenda, type MockRequest, type MockStage } from './approvals-state.ts';
import { refAt } from './people.ts';
import { daysLeft, freshness, now } from './wheel-facts.ts';

type Contract = typeof approvalsContract;
type Answer<Name extends keyof Contract> = Contract[Name] extends { answer: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : undefined;
type View = Answer<'GET /api/approvals/:requestKey'>;
type Row = Answer<'GET /api/approvals'>['approvals'][number];

interface Asked {
  persona: string;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
}

const openOf = (request: MockRequest): MockStage | undefined => request.stages.find(({ state }) => state === 'open');
const seatOf = (request: MockRequest) =>
  openOf(request)?.seats.find(({ holder, barred }) => holder.id === member.id && barred === undefined);

function mineOf(request: MockRequest): Row['mine'] {
  if (openOf(request)?.rule === 'external') return 'record';
  const seat = seatOf(request);
  if (!seat) return 'none';
  return seat.vote ? 'voted' : 'vote';
}

const tallyOf = (stage: MockStage): MockStage['tally'] => {
  const { approve, reject, askChanges } = standingOf(stage);
  const abstain = stage.seats.filter(({ vote }) => vote?.choice === 'abstain').length;
  return { approve, reject, askChanges, abstain, seats: stage.seats.length };
};

function rowOf(state: ApprovalsState, request: MockRequest): Row {
  const { key, title, subjectKind, path, centre, round, purpose, stages, submittedBy, submittedAt, endedAt } = request;
  const open = openOf(request);
  const choice = seatOf(request)?.vote?.choice;
  const agenda = [...state.agendas.values()].find(({ requestKeys }) => requestKeys.includes(request.key));
  return {
    ...{ key, title, subjectKind, path, round, submittedBy, submittedAt, state: request.state },
    ...(centre ? { centre } : {}),
    ...(purpose ? { purpose } : {}),
    ...(endedAt ? { endedAt } : {}),
    ...(open
      ? {
          stage: {
            ...{ number: open.number, of: stages.length, body: open.body, rule: open.rule },
            ...(open.centre ? { centre: open.centre } : {}),
            openedAt: open.openedAt ?? now,
            dueOn: open.dueOn ?? '',
            daysLeft: daysLeft(open.dueOn ?? ''),
            voted: open.seats.filter(({ vote }) => vote).length,
            seats: open.seats.length,
          },
        }
      : {}),
    mine: mineOf(request),
    ...(choice ? { myChoice: choice } : {}),
    ...(agenda ? { agenda: { key: agenda.key, title: agenda.title } } : {}),
  };
}

function viewOf(state: ApprovalsState, key: string): View {
  const request = requestOf(state, key);
  const { stages, events, rounds, content, file, summary, contentHash, contentChanged, difference } = request;
  const mine = mineOf(request);
  return {
    ...rowOf(state, request),
    ...{ summary, content, contentHash, contentChanged, events, rounds },
    ...(file ? { file } : {}),
    ...(difference ? { difference } : {}),
    stages: stages.map((stage) => ({
      ...stage,
      tally: tallyOf(stage),
      ...(stage.state === 'open' && stage.dueOn ? { daysLeft: daysLeft(stage.dueOn) } : {}),
    })),
    abilities: {
      vote: mine === 'vote' || mine === 'voted',
      case: stages.some(({ rule }) => rule === 'external'),
      withdraw: request.state === 'open' && request.submittedBy.id === member.id,
      record: mine === 'record',
      attachMinutes: stages.some(({ decision }) => decision && !decision.minutes),
      close: request.key === 'lockers' && request.state === 'open',
      seeSubject: true,
    },
    freshness,
  };
}

function requestOf(state: ApprovalsState, key: string | undefined): MockRequest {
  const request = state.requests.get(key ?? '');
  if (!request) throw new Error(`no request ${key}`);
  return request;
}

function end(
  request: MockRequest,
  stage: MockStage,
  outcome: 'approved' | 'rejected' | 'returned',
  closedBy: 'votes' | 'chair' | 'external',
) {
  Object.assign(stage, { state: outcome, closedAt: now, closedBy });
  request.events.push({ at: now, what: 'stageClosed', stage: stage.number, body: stage.body, outcome, closedBy });
  const next = request.stages[stage.number];
  if (outcome === 'approved' && next) {
    Object.assign(next, { state: 'open', openedAt: now, dueOn: '2026-12-08' });
    return;
  }
  Object.assign(request, { state: outcome, endedAt: now });
  request.events.push({ at: now, what: 'ended', outcome });
}

function vote(request: MockRequest, choice: Choice, reason: string | undefined) {
  const stage = openOf(request);
  const seat = seatOf(request);
  if (!stage || !seat) throw new Error('nothing to vote on');
  const outcome = outcomeWith(stage, member.id, choice);
  const what = seat.vote ? 'voteChanged' : 'voted';
  seat.vote = { choice, at: now, via: 'tab', ...(reason ? { reason } : {}) };
  request.events.push({ at: now, what, person: member, choice, ...(reason ? { text: reason } : {}) });
  if (outcome) end(request, stage, outcome, 'votes');
}

const isShown: Record<string, (request: MockRequest) => boolean> = {
  waiting: (request) => mineOf(request) === 'vote' || mineOf(request) === 'record',
  sent: (request) => request.submittedBy.id === member.id && request.state === 'open',
  decided: ({ state }) => state !== 'open',
  all: () => true,
};
const sees = (persona: string) => persona === 'ciso';

function list(state: ApprovalsState, { persona, query }: Asked): Answer<'GET /api/approvals'> {
  const all = sees(persona) ? [...state.requests.values()] : [];
  const count = (show: string) => all.filter(isShown[show] ?? (() => false)).length;
  const [show, q] = [query.get('show') ?? 'waiting', (query.get('q') ?? '').toLowerCase()];
  const [kind, wanted] = [query.get('kind'), query.get('state')];
  const rows = all
    .filter(isShown[show] ?? (() => false))
    .filter((request) => request.title.toLowerCase().includes(q))
    .filter((request) => (!kind || request.subjectKind === kind) && (!wanted || request.state === wanted))
    .map((request) => rowOf(state, request))
    .sort((one, other) =>
      query.get('sort') === 'title'
        ? one.title.localeCompare(other.title, 'da')
        : (one.stage?.daysLeft ?? 99) - (other.stage?.daysLeft ?? 99),
    );
  return {
    approvals: query.get('descending') === 'true' ? rows.reverse() : rows,
    total: rows.length,
    counts: { waiting: count('waiting'), sent: count('sent'), decided: count('decided'), all: all.length },
    abilities: { seeAll: sees(persona), makeAgenda: sees(persona) },
    freshness,
  };
}

function agendaRow(state: ApprovalsState, agenda: MockAgenda) {
  const requests = agenda.requestKeys.map((key) => requestOf(state, key));
  const { key, title, body, meetsOn } = agenda;
  return {
    ...{ key, title, body, meetsOn, state: agenda.state },
    items: requests.length,
    decided: requests.filter((request) => request.state !== 'open').length,
    waiting: agenda.state === 'sent' ? requests.filter((request) => mineOf(request) === 'vote').length : 0,
    abilities: {
      edit: agenda.state !== 'closed',
      send: agenda.state === 'draft' && requests.length > 0,
      close: agenda.state === 'sent',
    },
  };
}

function agendaOf(state: ApprovalsState, key: string | undefined): Answer<'GET /api/agendas/:agendaKey'> {
  const agenda = state.agendas.get(key ?? '');
  if (!agenda) throw new Error(`no agenda ${key}`);
  const taken = new Set([...state.agendas.values()].flatMap(({ requestKeys }) => requestKeys));
  return {
    ...agendaRow(state, agenda),
    note: agenda.note,
    papers: [],
    list: agenda.requestKeys.map((requestKey) => {
      const request = requestOf(state, requestKey);
      return {
        approval: rowOf(state, request),
        summary: request.summary,
        contentHash: request.contentHash,
        ...(request.difference ? { changes: { added: 1, removed: 0, changed: 1 } } : {}),
        vote: seatOf(request) !== undefined,
      };
    }),
    madeBy: refAt(40),
    ...(agenda.sentAt ? { sentAt: agenda.sentAt } : {}),
    candidates: [...state.requests.values()]
      .filter((request) => openOf(request)?.body === agenda.body && !taken.has(request.key))
      .map((request) => rowOf(state, request)),
    freshness,
  };
}

interface VoteBody {
  choice: Choice;
  reason?: string;
}
type AgendaBody = Pick<MockAgenda, 'title' | 'body' | 'meetsOn' | 'note' | 'requestKeys'>;

export const approvalHandlers = (state: ApprovalsState): Record<string, (asked: Asked) => unknown> => ({
  'GET /api/approvals': (asked) => list(state, asked),
  'GET /api/approvals/:requestKey': ({ params }) => viewOf(state, params['requestKey'] ?? ''),
  'POST /api/approvals/:requestKey/vote': ({ params, body }) => {
    const { choice, reason } = body as VoteBody;
    vote(requestOf(state, params['requestKey']), choice, reason);
    return viewOf(state, params['requestKey'] ?? '');
  },
  'POST /api/approvals/:requestKey/withdraw': ({ params, body }) => {
    const request = requestOf(state, params['requestKey']);
    const text = (body as { reason: string }).reason;
    Object.assign(request, { state: 'withdrawn', endedAt: now });
    for (const stage of request.stages) if (stage.state === 'open') stage.state = 'skipped';
    request.events.push({ at: now, what: 'withdrawn', person: member, ...(text ? { text } : {}) });
    return viewOf(state, request.key);
  },
  'POST /api/approvals/:requestKey/close': ({ params }) => {
    const request = requestOf(state, params['requestKey']);
    const stage = openOf(request);
    if (stage) end(request, stage, outcomeNow(standingOf(stage)), 'chair');
    return viewOf(state, request.key);
  },
  'POST /api/approvals/:requestKey/record': ({ params, body }) => {
    const request = requestOf(state, params['requestKey']);
    const stage = openOf(request);
    const decision = body as { meetingOn: string; itemNumber: string; outcome: 'approved' };
    if (stage) {
      stage.decision = { ...decision, recordedBy: member, recordedAt: now };
      end(request, stage, decision.outcome, 'external');
    }
    return viewOf(state, request.key);
  },
  'PUT /api/approvals/:requestKey/minutes/:stage': ({ params }) => {
    const request = requestOf(state, params['requestKey']);
    const decision = request.stages[Number(params['stage']) - 1]?.decision;
    if (decision) decision.minutes = { name: 'Referat.pdf', size: 20_480, type: 'application/pdf', hash: 'cc33' };
    return viewOf(state, request.key);
  },
  'GET /api/agendas': ({ persona }) => ({
    agendas: sees(persona) ? [...state.agendas.values()].map((agenda) => agendaRow(state, agenda)) : [],
    abilities: { make: sees(persona) },
    freshness,
  }),
  'GET /api/agendas/:agendaKey': ({ params }) => agendaOf(state, params['agendaKey']),
  'POST /api/agendas': ({ body }) => {
    state.agendas.set('extra', { key: 'extra', state: 'draft', ...(body as AgendaBody) });
    return agendaOf(state, 'extra');
  },
  'PUT /api/agendas/:agendaKey': ({ params, body }) => {
    const agenda = state.agendas.get(params['agendaKey'] ?? '');
    if (agenda) Object.assign(agenda, body);
    return agendaOf(state, params['agendaKey']);
  },
  'POST /api/agendas/:agendaKey/send': ({ params }) => {
    const agenda = state.agendas.get(params['agendaKey'] ?? '');
    if (agenda) Object.assign(agenda, { state: 'sent', sentAt: now });
    return agendaOf(state, params['agendaKey']);
  },
  'POST /api/agendas/:agendaKey/close': ({ params }) => {
    const agenda = state.agendas.get(params['agendaKey'] ?? '');
    if (agenda) agenda.state = 'closed';
    return agendaOf(state, params['agendaKey']);
  },
  'POST /api/agendas/:agendaKey/vote': ({ params, body }) => {
    const { votes } = body as { votes: (VoteBody & { requestKey: string })[] };
    const results = votes.map(({ requestKey, choice, reason }) => {
      if (requestKey === 'keys') return { requestKey, code: 'approvals.stageClosed', message: 'Afstemningen er slut.' };
      vote(requestOf(state, requestKey), choice, reason);
      return { requestKey };
    });
    return { agenda: agendaOf(state, params['agendaKey']), results };
  },
});
