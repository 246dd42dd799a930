import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useState } from 'react';
import type { RequirementRow, StandardSummary } from '../../api/standards/contract.ts';
import type { ApiAnswer } from '../shared/api/client.ts';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { CoverageParts } from './CoverageParts.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { newControlPath, standardPath } from './paths.ts';
import { RequirementSection } from './RequirementSection.tsx';
import { requirementStatusNames } from './statuses.ts';
import { useStandard, type StandardState } from './useStandard.ts';
import styles from './Standards.module.css';
import { useAct } from '../shared/api/queries.ts';
import { useLeavePage } from '../shared/navigation/leave-page.ts';
import { ActDialog } from '../shared/ui/ActDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { notify } from '../shared/ui/notify.ts';

type View = ApiAnswer<'GET /api/standards/:standardKey'>;

/** One standard: its requirements by heading, their status, and the statement of applicability. */
export function StandardPage() {
  const state = useStandard();
  return <Viewed view={state.view}>{(view) => <Standard view={view} state={state} />}</Viewed>;
}

function Standard({ view, state }: { view: View; state: StandardState }) {
  const [asked, setAsked] = useState<readonly RequirementRow[]>();
  const [removing, setRemoving] = useState(false);
  const rows = view.sections.flatMap(({ requirements }) => requirements);
  const chosen = rows.filter(({ key }) => state.chosen.has(key));
  return (
    <Page
      title={answerOf(view)}
      lead={`${t('standards.one.lead')} ${t(view.selectable ? 'standards.one.selectable' : 'standards.one.law')}`}
      back={{ to: '/standards', page: t('common.nav.standards') }}
      actions={<Actions view={view} state={state} onRemove={() => setRemoving(true)} />}
    >
      <ActFailed error={state.excel.error ?? state.word.error} />
      <section className="card">
        <CoverageParts coverage={view.coverage} to={(status) => `${standardPath(view.key)}?standing=${status}`} />
      </section>
      <Filters view={view} state={state} />
      {view.sections.map((section) => (
        <RequirementSection
          key={section.title}
          section={section}
          abilities={view.abilities}
          chosen={state.chosen}
          onMark={state.mark}
          onDecide={(row) => setAsked([row])}
        />
      ))}
      {chosen.length > 0 && (
        <div className={styles.chosenBar} role="region" aria-label={t('standards.one.decide')}>
          <p role="status">{t('standards.decide.chosen', { count: chosen.length })}</p>
          <Button appearance="primary" onClick={() => setAsked(chosen)}>
            {t('standards.one.decide')}
          </Button>
          <Button appearance="subtle" onClick={state.clear}>
            {t('standards.decide.clear')}
          </Button>
        </div>
      )}
      <AsOf freshness={view.freshness} />
      {(view.abilities.decide || asked !== undefined) && (
        <DecideDialog
          key={asked?.map(({ key }) => key).join(' ') ?? ''}
          standardKey={view.key}
          requirements={asked ?? []}
          open={asked !== undefined}
          onClose={() => setAsked(undefined)}
          onDone={state.clear}
        />
      )}
      {view.abilities.remove && (
        <RemoveStandardDialog standard={view} open={removing} onClose={() => setRemoving(false)} />
      )}
    </Page>
  );
}

function answerOf({ title, coverage: { gap, undecided } }: View): string {
  if (gap > 0) return t('standards.one.answerGaps', { count: gap, title });
  return undecided > 0
    ? t('standards.one.answerUndecided', { count: undecided, title })
    : t('standards.one.answerAll', { title });
}

function Actions({ view, state, onRemove }: { view: View; state: StandardState; onRemove: () => void }) {
  return (
    <>
      {view.abilities.remove && (
        <Button appearance="subtle" onClick={onRemove}>
          {t('standards.one.remove')}
        </Button>
      )}
      <Button icon={<ArrowDownloadRegular />} onClick={() => state.excel.mutate()}>
        {t('common.word.excel')}
      </Button>
      <Button icon={<ArrowDownloadRegular />} onClick={() => state.word.mutate()}>
        {t('common.word.word')}
      </Button>
      {view.abilities.addControl && (
        <ButtonLink to={newControlPath()} appearance="primary" icon={<AddRegular />}>
          {t('standards.addControl')}
        </ButtonLink>
      )}
    </>
  );
}

function Filters({ view, state }: { view: View; state: StandardState }) {
  const filtered = state.q !== '' || state.status !== undefined;
  return (
    <div>
      <div className={styles.standardsTools}>
        <SearchField value={state.q} label={t('standards.one.search')} onSearch={(q) => state.choose({ q })} />
        <Narrow
          labelled
          label={t('common.word.status')}
          all={t('standards.one.allStandings')}
          value={state.status}
          options={requirementStatusNames.map((value) => ({ value, text: t(`standards.standing.${value}`) }))}
          onChange={(standing) => state.choose({ standing })}
        />
      </div>
      <p className="quiet" role="status">
        {foundText(view.found, filtered)}
      </p>
    </div>
  );
}

function foundText(count: number, filtered: boolean): string {
  if (count > 0) return t('standards.one.found', { count });
  return filtered ? t('standards.one.nothing') : t('standards.one.noRequirements');
}

/** Removes an imported standard, with the consequence. */
function RemoveStandardDialog(props: { standard: StandardSummary; open: boolean; onClose: () => void }) {
  const { standard, onClose } = props;
  const leavePage = useLeavePage();
  const act = useAct('DELETE /api/standards/:standardKey');
  const press = () =>
    act.mutate(
      { params: { standardKey: standard.key } },
      {
        onSuccess: () => {
          notify(t('standards.remove.done'));
          leavePage('/standards', { below: true });
        },
      },
    );
  return (
    <ActDialog
      open={props.open}
      title={t('standards.remove.title', { title: standard.title })}
      onClose={onClose}
      act={{ text: t('standards.one.remove'), busyText: t('standards.remove.busy'), busy: act.isPending, press }}
    >
      <Consequence first={t('standards.remove.text', { count: standard.coverage.total })}>
        <p>{t('standards.remove.keep')}</p>
      </Consequence>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}
