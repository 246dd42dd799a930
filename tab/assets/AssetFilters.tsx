import { Button } from '@fluentui/react-components';
import type { ApiAnswer } from '../shared/api/client.ts';
import { t } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { NarrowCentre } from '../shared/ui/NarrowCentre.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { ownCentres } from '../shared/useCentreChoice.ts';
import { criticalities, statuses, states, type Assets } from './useAssets.ts';
import styles from './Assets.module.css';

type View = ApiAnswer<'GET /api/assets'>;

/** Search and filters. */
export function AssetFilters({ list: { choice, choose }, view }: { list: Assets; view: View }) {
  return (
    <div className={styles.assetFilters}>
      <div className="filters">
        <SearchField label={t('assets.filter.search')} value={choice.q} onSearch={(q) => choose({ q })} />
        <Choices
          label={t('common.word.kind')}
          value={choice.kind ?? 'all'}
          onChange={(kind) => choose({ kind: kind === 'all' ? '' : kind })}
          options={[
            { value: 'all', text: t('common.word.all') },
            { value: 'system', text: t('assets.filter.systems') },
            { value: 'workProcess', text: t('assets.filter.workProcesses') },
          ]}
        />
      </div>
      <div className={`filters ${styles.assetSelects}`}>
        <OwnOrOther view={view} value={choice.centreId} onChange={(centreId) => choose({ centreId })} />
        <Narrow
          label={t('assets.field.criticality')}
          all={t('assets.filter.allCriticalities')}
          value={choice.criticality}
          options={criticalities.map((value) => ({ value, text: t(`risks.criticality.${value}`) }))}
          onChange={(criticality) => choose({ criticality })}
        />
        <Narrow
          label={t('assets.filter.assessment')}
          all={t('assets.filter.allAssessments')}
          value={choice.assessment}
          options={statuses.map((value) => ({ value, text: t(`risks.assessment.${value}`) }))}
          onChange={(assessment) => choose({ assessment })}
        />
        <Narrow
          label={t('common.word.status')}
          all={t('common.word.allStatuses')}
          value={choice.state}
          options={states.map((value) => ({ value, text: t(`risks.assetState.${value}`) }))}
          onChange={(state) => choose({ state })}
        />
      </div>
      {choice.ownerId && (
        <div className="filters">
          <span>{t('assets.filter.owner', { name: ownerName(view, choice.ownerId) })}</span>
          <Button size="small" onClick={() => choose({ ownerId: '' })}>
            {t('assets.filter.everyOwner')}
          </Button>
        </div>
      )}
    </div>
  );
}

const ownerName = ({ assets }: View, ownerId: string): string =>
  assets.find(({ owner }) => owner?.id === ownerId)?.owner?.name ?? t('assets.filter.someone');

/** A reader's only centre is named as theirs. */
function OwnOrOther(props: { view: View; value: string; onChange: (value: string) => void }) {
  const { centres, mine } = props.view;
  const single = mine.length === 1 ? centres.find(({ id }) => id === mine[0]) : undefined;
  return (
    <NarrowCentre
      value={props.value === single?.id ? ownCentres : props.value}
      centres={centres.filter(({ id }) => id !== single?.id)}
      mine={mine}
      own={single && t('assets.filter.mineIs', { centre: single.title })}
      onChange={props.onChange}
    />
  );
}
