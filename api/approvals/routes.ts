import { editing } from '../edits/index.ts';
import { allow, created, from, routes, type Route } from '../http/route.ts';
import type { LocalDate } from '../kernel/index.ts';
import { agendasView, agendaView } from './views/agenda-views.ts';
import { agendaMakers } from './agendas/permissions.ts';
import { changeAgenda, makeAgenda, type AgendaGiven } from './agendas/save-agenda.ts';
import { closeAgenda, sendAgenda } from './agendas/send-agenda.ts';
import { voteOnAgenda } from './agendas/vote-on-agenda.ts';
import { casePaper } from './case-paper.ts';
import { closeStage } from './close-stage.ts';
import { correctDecision } from './correct-decision.ts';
import { agendaContract, requestContract, type agendaBody } from './contract.ts';
import { downloadFrozen, downloadMinutes, requireRecorder, uploadMinutes } from './minutes.ts';
import { postponeDecision } from './postpone-decision.ts';
import { recordDecision } from './record-decision.ts';
import { approvalView, requestFor } from './views/approval-view.ts';
import { approvalsView } from './views/approvals-view.ts';
import { approvalsWorkbook } from './views/approvals-workbook.ts';
import { voteOnApproval } from './vote-on-approval.ts';
import { withdrawApproval } from './withdraw-approval.ts';
import type { z } from 'zod';

/** Requests: anybody may be a submitter or deputy, so each act checks the request itself. */
export const requestRoutes: Route[] = routes(requestContract, {
  'GET /api/approvals': allow('everyone', from(approvalsView, 'query')),
  'GET /api/approvals.xlsx': allow('everyone', from(approvalsWorkbook, 'query')),
  'GET /api/approvals/:requestKey': allow('everyone', (context, actor, { params: { requestKey } }) =>
    approvalView(context, actor, requestFor(context, actor, requestKey)),
  ),
  'GET /api/approvals/:requestKey/file': allow('everyone', from(downloadFrozen, 'requestKey')),
  'GET /api/approvals/:requestKey/case': allow('everyone', from(casePaper, 'requestKey')),
  'POST /api/approvals/:requestKey/vote': allow(
    'everyone',
    async (context, actor, { params: { requestKey }, body }) => {
      const { request } = await voteOnApproval(context, actor, { requestKey, ...body, via: 'tab' });
      return approvalView(context, actor, request);
    },
  ),
  'POST /api/approvals/:requestKey/withdraw': allow(
    'everyone',
    async (context, actor, { params: { requestKey }, body: { reason } }) =>
      approvalView(context, actor, await withdrawApproval(context, actor, { requestKey, reason })),
  ),
  'POST /api/approvals/:requestKey/close': allow(
    'everyone',
    async (context, actor, { params: { requestKey }, body: { stage } }) =>
      approvalView(context, actor, await closeStage(context, actor, { requestKey, stage })),
  ),
  'POST /api/approvals/:requestKey/record': allow(
    'everyone',
    async (context, actor, { params: { requestKey }, body }) => {
      const { outcome, nextMeetingOn, appliesFrom, ...meeting } = body;
      const given = { ...meeting, requestKey, meetingOn: body.meetingOn as LocalDate };
      const request =
        outcome === 'postponed'
          ? await postponeDecision(context, actor, { ...given, nextMeetingOn: nextMeetingOn as LocalDate | undefined })
          : await recordDecision(context, actor, {
              ...given,
              outcome,
              appliesFrom: appliesFrom as LocalDate | undefined,
            });
      return approvalView(context, actor, request);
    },
  ),
  'POST /api/approvals/:requestKey/correct': allow(
    'everyone',
    async (context, actor, { params: { requestKey }, body }) => {
      const given = { ...body, requestKey, meetingOn: body.meetingOn as LocalDate };
      return approvalView(context, actor, await correctDecision(context, actor, given));
    },
  ),
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
  'GET /api/approvals/:requestKey/minutes/:stage': allow(
    'everyone',
    (context, actor, { params: { requestKey, stage } }) =>
      downloadMinutes(context, actor, { requestKey, stage: Number(stage) }),
  ),
});

const given = (body: z.output<typeof agendaBody>): AgendaGiven => ({ ...body, meetsOn: body.meetsOn as LocalDate });

/** Agendas: deputies read and vote too, so reading is open and each act checks the agenda itself. */
export const agendaRoutes: Route[] = routes(agendaContract, {
  'GET /api/agendas': allow('everyone', agendasView),
  'POST /api/agendas': allow(
    agendaMakers,
    created(agendaView, (context, actor, { body }) => makeAgenda(context, actor, given(body))),
  ),
  'GET /api/agendas/:agendaKey': allow('everyone', from(agendaView, 'agendaKey')),
  'PUT /api/agendas/:agendaKey': allow(
    agendaMakers,
    editing(
      (context, { params }, actor) => agendaView(context, actor, params.agendaKey).etag,
      created(
        agendaView,
        (context, actor, { params, body }: { params: { agendaKey: string }; body: z.output<typeof agendaBody> }) =>
          changeAgenda(context, actor, params.agendaKey, given(body)),
      ),
    ),
  ),
  'POST /api/agendas/:agendaKey/send': allow(agendaMakers, created(agendaView, from(sendAgenda, 'agendaKey'))),
  'POST /api/agendas/:agendaKey/close': allow(agendaMakers, created(agendaView, from(closeAgenda, 'agendaKey'))),
  'POST /api/agendas/:agendaKey/vote': allow(
    'everyone',
    async (context, actor, { params: { agendaKey }, body: { votes } }) => {
      const results = await voteOnAgenda(context, actor, { agendaKey, votes, via: 'tab' });
      return { agenda: agendaView(context, actor, agendaKey), results };
    },
  ),
});
