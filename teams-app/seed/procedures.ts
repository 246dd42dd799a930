import type { ApprovalRequest, StagePlan } from '../../api/approvals/index.ts';
import { addDays, type CentreId, type Instant, type LocalDate, type PersonId } from '../../api/kernel/index.ts';
import {
  contentOfProcedure,
  procedureSubjectKind,
  type Procedure,
  type ProcedureVersion,
} from '../../api/procedures/index.ts';
import { translator } from '../../api/texts/translate.ts';
import { approvedBy, decided, type SeedStage } from './decided.ts';
import type { SeedBodies } from './measures.ts';
import { guidelineTexts, procedureTexts, type SeedProcedure, type SeedText } from './procedure-texts.ts';

interface Written {
  procedure: Procedure;
  version: ProcedureVersion;
}

const moment = (day: LocalDate): Instant => `${day}T08:00:00.000Z` as Instant;
const committee: StagePlan = { body: 'securityCommittee', rule: 'quorum', days: 14 };
const team: StagePlan = { body: 'securityTeam', rule: 'one', days: 7 };

export interface SeedPeople extends SeedBodies {
  team: PersonId;
  /** Authors and deciders of the centres, by code and by centre. */
  byCode(code: string): PersonId;
  managerOf(centre: string): PersonId;
}

/** Guidelines in force, and centres' procedures in every state. */
export function seedProcedures(today: LocalDate, people: SeedPeople) {
  const written: Written[] = [];
  const requests: ApprovalRequest[] = [];
  const titles = new Map(guidelineTexts.map(({ key, title }) => [key, title]));
  const send = ({ procedure, version }: Written, by: PersonId, daysAgo: number, stages: SeedStage[]) =>
    requests.push(
      decided({
        today,
        subjectKind: procedureSubjectKind,
        subjectKey: version.key,
        by,
        daysAgo,
        stages,
        content: contentOfProcedure(translator('da'), procedure, version),
        summary: version.summary,
        ...(procedure.centreId === undefined ? {} : { centreId: procedure.centreId }),
      }),
    );
  for (const text of guidelineTexts) {
    const daysAgo = text.monthsAgo * 30;
    const guideline = write(text, { kind: 'guideline', by: people.team, at: addDays(today, -daysAgo - 20) });
    guideline.version.needsLocal = text.needsLocal;
    written.push(guideline);
    const votes = approvedBy(people.committee.slice(0, 5), daysAgo);
    send(guideline, people.team, daysAgo + 10, [{ plan: committee, votes, ended: { outcome: 'approved', daysAgo } }]);
  }
  for (const text of procedureTexts) {
    const by = people.byCode(text.by);
    const local = write(text, { kind: 'procedure', by, at: addDays(today, -text.daysAgo - 12), centre: text.centre });
    Object.assign(local.version, { guidelineKey: text.guideline, guidelineTitle: titles.get(text.guideline) ?? '' });
    written.push(local);
    const stages = stagesOf(text, people);
    if (stages) send(local, by, text.daysAgo + 4, stages);
  }
  return {
    procedures: written.map(({ procedure }) => procedure),
    versions: written.map(({ version }) => version),
    requests,
  };
}

function write(
  { key, title, area, areaTitle, summary, body, ...more }: SeedText & { mustAcknowledge?: boolean },
  { kind, by, at, centre }: { kind: Procedure['kind']; by: PersonId; at: LocalDate; centre?: string },
): Written {
  const madeAt = moment(at);
  return {
    procedure: {
      key,
      title,
      kind,
      madeBy: by,
      madeAt,
      ...(centre === undefined ? {} : { centreId: centre as CentreId }),
    },
    version: {
      key: `${key}-1`,
      title,
      procedureKey: key,
      number: 1,
      areaKey: area,
      areaTitle,
      summary,
      body,
      jobTitles: [],
      mustAcknowledge: more.mustAcknowledge === true,
      needsLocal: false,
      reviewMonths: 12,
      fileText: '',
      madeBy: by,
      madeAt,
      changedBy: by,
      changedAt: madeAt,
    },
  };
}

/** State of its request; undefined for a draft. */
function stagesOf({ stage, centre, area, daysAgo }: SeedProcedure, people: SeedPeople): SeedStage[] | undefined {
  const boss = people.managerOf(centre);
  const manager: StagePlan = { body: 'centreManager', rule: 'one', days: 7, centreId: centre as CentreId };
  const decider = area === 'area-contingency' || area === 'area-incidents' ? committee : team;
  const approved = (plan: StagePlan, by: readonly PersonId[], days: number): SeedStage => ({
    plan,
    votes: approvedBy(by, days),
    ended: { outcome: 'approved', daysAgo: days },
  });
  switch (stage) {
    case 'draft':
      return undefined;
    case 'atManager':
      return [{ plan: manager }, { plan: decider }];
    case 'atCommittee':
      return [
        approved(manager, [boss], daysAgo),
        { plan: decider, votes: approvedBy(people.committee.slice(1, 3), daysAgo - 2) },
      ];
    case 'returned': {
      const reason = 'Skriv også, hvem der lukker koden, når kontoret er lukket om eftermiddagen.';
      const votes = [{ by: boss, choice: 'askChanges', daysAgo, reason }] as const;
      return [{ plan: manager, votes, ended: { outcome: 'returned', daysAgo } }, { plan: decider }];
    }
    case 'valid':
    case 'expired':
      return [
        approved(manager, [boss], daysAgo + 2),
        approved(decider, decider === committee ? people.committee.slice(0, 4) : [people.team], daysAgo),
      ];
  }
}
