import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { t } from '../shared/texts/texts.ts';
import { Narrow } from '../shared/ui/Narrow.tsx';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { controlEffects, controlReviews, controlStates, type ControlsState } from './useControls.ts';
import styles from './Standards.module.css';

/** Filters of the controls, and the Excel button. */
export function ControlFilters({ list }: { list: ControlsState }) {
  return (
    <div className={styles.standardsTools}>
      <SearchField value={list.q} label={t('standards.controls.search')} onSearch={(q) => list.choose({ q })} />
      <Narrow
        labelled
        label={t('common.word.status')}
        all={t('standards.controls.allStates')}
        value={list.state}
        options={controlStates.map((state) => ({ value: state, text: t(`standards.state.${state}`) }))}
        onChange={(state) => list.choose({ state })}
      />
      <Narrow
        labelled
        label={t('standards.controls.effect')}
        all={t('common.word.all')}
        value={list.effect}
        options={controlEffects.map((effect) => ({ value: effect, text: t(`standards.effect.${effect}`) }))}
        onChange={(effect) => list.choose({ effect })}
      />
      <Narrow
        labelled
        label={t('standards.controls.standard')}
        all={t('common.word.all')}
        value={list.standardKey}
        options={list.standards.map(({ key, title }) => ({ value: key, text: title }))}
        onChange={(standard) => list.choose({ standard })}
      />
      <Narrow
        labelled
        label={t('standards.controls.review')}
        all={t('common.word.all')}
        value={list.review}
        options={controlReviews.map((review) => ({ value: review, text: t(`standards.controls.reviewIs.${review}`) }))}
        onChange={(review) => list.choose({ review })}
      />
      {list.centres.length > 1 && (
        <Narrow
          labelled
          label={t('common.word.centre')}
          all={t('common.word.all')}
          value={list.centreId}
          options={list.centres.map(({ id, title }) => ({ value: id, text: title }))}
          onChange={(centre) => list.choose({ centre })}
        />
      )}
      <Button icon={<ArrowDownloadRegular />} onClick={() => list.excel.mutate()}>
        {t('common.word.excel')}
      </Button>
    </div>
  );
}
