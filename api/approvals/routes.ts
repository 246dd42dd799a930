import { routes, type Route } from '../http/route.ts';
import type { LocalDate } from '../kernel/index.ts';
import { agendasView, agendaView } from './views/agenda-views.ts';
import { agendaMakers } from './agendas/permissions.ts';
import { changeAgenda, makeAgenda, type AgendaGiven } from './agendas/save-agenda.ts';
import { closeAgenda, sendAgenda } from './agendas/send-agenda.ts';
import { voteOnAgenda } from './agendas/vote-on-agenda.ts';
import { casePaper } from './case-paper.ts';
import { closeStage } from './close-stage.ts';
import { agendaContract, requestContract, type agendaBody } from './contract.ts';
import { downloadFrozen, downloadMinutes, requireRecorder, uploadMinutes } from './minutes.ts';
import { recordDecision } from './record-decision.ts';
import { approvalView, requestFor } from './views/approval-view.ts';
import { approvalsView } from './views/approvals-view.ts';
import { approvalsWorkbook } from './views/approvals-workbook.ts';
import { voteOnApproval } from './vote-on-approval.ts';
import { withdrawApproval } from './withdraw-approval.ts';
import type { z } from 'zod';

/** Requests: anybody may be a submitter or deputy, so each act checks the request itself. */
export const requestRoutes: Route[] = routes(requestContract, {
  'GET /api/approvals': {
    allow: 'everyone',
    run: (context, actor, { query }) => approvalsView(context, actor, query),
  },
  'GET /api/approvals.xlsx': {
    allow: 'everyone',
    run: (context, actor, { query }) => approvalsWorkbook(context, actor, query),
  },
  'GET /api/approvals/:requestKey': {
    allow: 'everyone',
    run: (context, actor, { params: { requestKey } }) =>
      approvalView(context, actor, requestFor(context, actor, requestKey)),
  },
  'GET /api/approvals/:requestKey/file': {
    allow: 'everyone',
    run: (context, actor, { params }) => downloadFrozen(context, actor, params.requestKey),
  },
  'GET /api/approvals/:requestKey/case': {
    allow: 'everyone',
    run: (context, actor, { params }) => casePaper(context, actor, params.requestKey),
  },
  'POST /api/approvals/:requestKey/vote': {
    allow: 'everyone',
    run: async (context, actor, { params: { requestKey }, body }) => {
      const { request } = await voteOnApproval(context, actor, { requestKey, ...body, via: 'tab' });
      return approvalView(context, actor, request);
    },
  },
  'POST /api/approvals/:requestKey/withdraw': {
    allow: 'everyone',
    run: async (context, actor, { params: { requestKey }, body: { reason } }) =>
      approvalView(context, actor, await withdrawApproval(context, actor, { requestKey, reason })),
  },
  'POST /api/approvals/:requestKey/close': {
    allow: 'everyone',
    run: async (context, actor, { params: { requestKey }, body: { stage } }) =>
      approvalView(context, actor, await closeStage(context, actor, { requestKey, stage })),
  },
  'POST /api/approvals/:requestKey/record': {
    allow: 'everyone',
    run: async (context, actor, { params: { requestKey }, body }) => {
      const given = { ...body, requestKey, meetingOn: body.meetingOn as LocalDate };
      return approvalView(context, actor, await recordDecision(context, actor, given));
    },
  },
  'PUT /api/approvals/:requestKey/minutes/:stage': {
    allow: 'everyone',
    before: (context, actor, { requestKey }) => {
      requestFor(context, actor, requestKey);
      requireRecorder(context, actor);
    },
    run: async (context, actor, { params: { requestKey, stage }, body: upload }) => {
      const given = { requestKey, stage: Number(stage), upload };
      return approvalView(context, actor, await uploadMinutes(context, actor, given));
    },
  },
  'GET /api/approvals/:requestKey/minutes/:stage': {
    allow: 'everyone',
    run: (context, actor, { params: { requestKey, stage } }) =>
      downloadMinutes(context, actor, { requestKey, stage: Number(stage) }),
  },
});

const given = (body: z.output<typeof agendaBody>): AgendaGiven => ({ ...body, meetsOn: body.meetsOn as LocalDate });

/** Agendas: deputies read and vote too, so reading is open and each act checks the agenda itself. */
export const agendaRoutes: Route[] = routes(agendaContract, {
  'GET /api/agendas': { allow: 'everyone', run: agendasView },
  'POST /api/agendas': {
    allow: agendaMakers,
    run: async (context, actor, { body }) =>
      agendaView(context, actor, (await makeAgenda(context, actor, given(body))).key),
  },
  'GET /api/agendas/:agendaKey': {
    allow: 'everyone',
    run: (context, actor, { params }) => agendaView(context, actor, params.agendaKey),
  },
  'PUT /api/agendas/:agendaKey': {
    allow: agendaMakers,
    run: async (context, actor, { params, body }) =>
      agendaView(context, actor, (await changeAgenda(context, actor, params.agendaKey, given(body))).key),
  },
  'POST /api/agendas/:agendaKey/send': {
    allow: agendaMakers,
    run: async (context, actor, { params }) =>
      agendaView(context, actor, (await sendAgenda(context, actor, params.agendaKey)).key),
  },
  'POST /api/agendas/:agendaKey/close': {
    allow: agendaMakers,
    run: async (context, actor, { params }) =>
      agendaView(context, actor, (await closeAgenda(context, actor, params.agendaKey)).key),
  },
  'POST /api/agendas/:agendaKey/vote': {
    allow: 'everyone',
    run: async (context, actor, { params: { agendaKey }, body: { votes } }) => {
      const results = await voteOnAgenda(context, actor, { agendaKey, votes, via: 'tab' });
      return { agenda: agendaView(context, actor, agendaKey), results };
    },
  },
});
