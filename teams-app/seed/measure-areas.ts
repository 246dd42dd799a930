import type { ApprovalRequest } from '../../api/approvals/index.ts';
import { areasContent, areasKey, areasSubject } from '../../api/governance/index.ts';
import type { LocalDate, PersonId } from '../../api/kernel/index.ts';
import { nis2 } from '../../api/standards/shipped/nis2.ts';
import { translator } from '../../api/texts/translate.ts';
import { controlsMeeting } from './controls.ts';
import { guidelineTexts } from './procedure-texts.ts';
import { approvedBy, decided } from './decided.ts';

/** Direktionen approved most of the ten areas at the start of the year; later ones are pending. */
const approved = [1, 2, 3, 5, 7, 9, 10];
const daysAgo = 200;

export function seedAreas(today: LocalDate, ciso: PersonId, board: readonly PersonId[]): ApprovalRequest[] {
  const t = translator('da');
  const titles = new Map(nis2.sections.flatMap(({ requirements }) => requirements.map(([ref, title]) => [ref, title])));
  const papers = new Map(guidelineTexts.map(({ key, title }) => [key, title]));
  const areas = approved.map((number) => {
    const meeting = controlsMeeting(`nis2.6.${number}`);
    return {
      number,
      title: titles.get(`6.${number}`) ?? '',
      controls: meeting.titles,
      papers: meeting.procedures.flatMap((key) => papers.get(key) ?? []).sort(),
    };
  });
  return [
    decided({
      today,
      subjectKind: areasSubject,
      subjectKey: areasKey(approved),
      by: ciso,
      daysAgo: daysAgo + 7,
      content: areasContent(t, areas),
      summary: t('governanceDocuments.areas.summary', { count: approved.length }),
      stages: [
        {
          plan: { body: 'executiveBoard', rule: 'quorum', days: 21 },
          votes: approvedBy(board, daysAgo),
          ended: { outcome: 'approved', daysAgo },
        },
      ],
    }),
  ];
}
