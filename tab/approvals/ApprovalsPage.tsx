import { Button, Select } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { Link } from 'wouter';
import type { ApprovalsView } from '../../api/approvals/contract.ts';
import { asNumber, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable } from '../shared/ui/DataTable.tsx';
import { ActFailed, Blank } from '../shared/ui/Failed.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Pages } from '../shared/ui/Pages.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { approvalColumns } from './approval-columns.tsx';
import { ApprovalsNav } from './ApprovalsNav.tsx';
import {
  narrowings,
  pageSize,
  showings,
  showsEnded,
  states,
  useApprovalChoice,
  useApprovals,
  useApprovalsExport,
  type ApprovalChoice,
  type Choose,
  sorts,
} from './useApprovals.ts';
import { subjectName } from './words.ts';
import styles from './Approvals.module.css';

const kinds = [
  ...(['policyVersion', 'procedureVersion', 'measure', 'riskAcceptance'] as const),
  ...(['contingencyPlan', 'serviceDowntime', 'appointment'] as const),
];

/** Godkendelser: pending for me, sent by me, decided. */
export function ApprovalsPage() {
  const { choice, choose } = useApprovalChoice();
  const view = useApprovals(choice);
  const excel = useApprovalsExport(choice);
  return (
    <Viewed view={view}>
      {(answer) => (
        <Page
          title={
            answer.counts.waiting > 0
              ? t('approvals.list.answer', { count: answer.counts.waiting })
              : t('approvals.list.none')
          }
          above={t('common.nav.approvals')}
          lead={t('approvals.list.lead')}
          actions={
            answer.total > 0 && (
              <ActButton
                icon={<ArrowDownloadRegular />}
                busy={excel.isPending}
                busyText={t('common.word.downloading')}
                onClick={() => excel.mutate()}
              >
                {t('common.word.excel')}
              </ActButton>
            )
          }
        >
          <ApprovalsNav />
          <section className="section" aria-label={t(`approvals.list.show.${choice.show}`)}>
            <Parts answer={answer} choice={choice} />
            <Filters centres={answer.centres} choice={choice} choose={choose} />
            <ActFailed error={excel.error} />
            <Rows answer={answer} choice={choice} choose={choose} busy={view.isPlaceholderData} />
          </section>
          <AsOf freshness={answer.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

/** The parts with their counts: every number links to its rows. */
function Parts({ answer, choice }: { answer: ApprovalsView; choice: ApprovalChoice }) {
  const { waiting, sent, decided, all } = answer.counts;
  // Open ones with one's own vote, and those withdrawn, are in no other part.
  const seesAll = answer.abilities.seeAll || all > waiting + sent + decided || choice.show === 'all';
  const shown = showings.filter((part) => part !== 'all' || seesAll);
  return (
    <nav className={styles.approvalParts} aria-label={t('common.word.show')}>
      {shown.map((part) => (
        <Link
          key={part}
          href={part === 'waiting' ? '/approvals' : `/approvals?show=${part}`}
          {...(part === choice.show ? { 'aria-current': 'page' as const } : {})}
        >
          {t(`approvals.list.show.${part}`)}{' '}
          <span className={styles.approvalCount}>{asNumber(answer.counts[part])}</span>
        </Link>
      ))}
    </nav>
  );
}

function Filters(props: { centres: ApprovalsView['centres']; choice: ApprovalChoice; choose: Choose }) {
  const { centres, choice, choose } = props;
  const ends =
    choice.show === 'decided' ? states.filter((state) => state !== 'open' && state !== 'withdrawn') : narrowings;
  return (
    <div className="filters">
      <SearchField label={t('approvals.list.search')} value={choice.q} onSearch={(q) => choose({ q })} />
      <Narrow
        label={t('common.word.kind')}
        all={t('common.word.allKinds')}
        value={choice.kind}
        options={kinds.map((kind) => ({ value: kind, text: subjectName(kind) }))}
        onChange={(kind) => choose({ kind })}
      />
      {showsEnded(choice.show) && (
        <Narrow
          label={t('common.word.status')}
          all={t('common.word.allStatuses')}
          value={choice.state}
          options={ends.map((state) => ({
            value: state,
            text: state === 'overdue' ? t('approvals.list.overdue') : t(`approvals.state.${state}`),
          }))}
          onChange={(state) => choose({ state })}
        />
      )}
      {showsEnded(choice.show) && (
        <Narrow
          label={t('approvals.list.decided')}
          all={t('approvals.list.anyTime')}
          value={choice.ended}
          options={[{ value: 'lastYear' as const, text: t('approvals.list.lastYear') }]}
          onChange={(ended) => choose({ ended })}
        />
      )}
      {centres.length > 1 && (choice.centreId !== undefined || choice.show !== 'waiting') && (
        <Narrow
          label={t('common.word.centre')}
          all={t('common.word.allCentres')}
          value={choice.centreId}
          options={centres.map(({ id, title }) => ({ value: id, text: title }))}
          onChange={(centre) => choose({ centre })}
        />
      )}
      <Select
        aria-label={t('approvals.list.sortBy')}
        value={choice.sort}
        onChange={(_, data) => choose({ sort: data.value, direction: firstDirection(data.value) })}
      >
        {sorts
          .filter((sort) => sort !== 'endedAt' || showsEnded(choice.show))
          .map((sort) => (
            <option key={sort} value={sort}>
              {t(`approvals.list.sort.${sort}`)}
            </option>
          ))}
      </Select>
    </div>
  );
}

/** Past dates are sorted newest first. */
const firstDirection = (sort: string): string => (sort === 'submittedAt' || sort === 'endedAt' ? 'down' : '');

function Rows(props: { answer: ApprovalsView; choice: ApprovalChoice; choose: Choose; busy: boolean }) {
  const { answer, choice, choose } = props;
  if (answer.total === 0) return <Nothing choice={choice} choose={choose} />;
  return (
    <>
      <DataTable
        caption={t(`approvals.list.show.${choice.show}`)}
        columns={approvalColumns(choice.show)}
        rows={answer.approvals}
        rowKey={(row) => row.key}
        sorted={{ by: choice.sort, descending: choice.descending }}
        onSort={(sort) => choose({ sort, direction: sort === choice.sort && !choice.descending ? 'down' : '' })}
        busy={props.busy}
      />
      {(choice.q || choice.ended) && (
        <p className="quiet" role="status">
          {t('common.table.found', { count: answer.total })}
        </p>
      )}
      <Pages
        offset={choice.offset}
        limit={pageSize}
        total={answer.total}
        onMove={(offset) => choose({ offset: String(offset) })}
      />
    </>
  );
}

function Nothing({ choice, choose }: { choice: ApprovalChoice; choose: Choose }) {
  const { show } = choice;
  if (choice.q || choice.kind || choice.state || choice.ended || choice.centreId)
    return (
      <Blank
        title={t('approvals.list.empty.filtered')}
        text={t('approvals.list.empty.filteredText')}
        actions={
          <Button onClick={() => choose({ q: '', kind: '', state: '', ended: '', centre: '' })}>
            {t('common.word.showAll')}
          </Button>
        }
      />
    );
  return (
    <Blank
      title={t(`approvals.list.empty.${show}`)}
      text={t(`approvals.list.empty.${show}Text`)}
      actions={show === 'sent' && <ButtonLink to="/procedures">{t('approvals.list.empty.sentButton')}</ButtonLink>}
    />
  );
}
