import { Button, Field, Select } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { t } from '../shared/texts/texts.ts';
import { SearchField } from '../shared/ui/SearchField.tsx';
import { controlEffects, controlReviews, controlStates, type ControlsState } from './useControls.ts';
import styles from './Standards.module.css';

/** Filters of the controls, and the Excel button. */
export function ControlFilters({ list }: { list: ControlsState }) {
  return (
    <div className={styles.standardsTools}>
      <SearchField value={list.q} label={t('standards.controls.search')} onSearch={(q) => list.choose({ q })} />
      <Choice
        label={t('common.word.status')}
        all={t('standards.controls.allStates')}
        value={list.state}
        options={controlStates.map((state) => ({ value: state, text: t(`standards.state.${state}`) }))}
        onChoose={(state) => list.choose({ state })}
      />
      <Choice
        label={t('standards.controls.effect')}
        all={t('common.word.all')}
        value={list.effect}
        options={controlEffects.map((effect) => ({ value: effect, text: t(`standards.effect.${effect}`) }))}
        onChoose={(effect) => list.choose({ effect })}
      />
      <Choice
        label={t('standards.controls.standard')}
        all={t('common.word.all')}
        value={list.standardKey}
        options={list.standards.map(({ key, title }) => ({ value: key, text: title }))}
        onChoose={(standard) => list.choose({ standard })}
      />
      <Choice
        label={t('standards.controls.review')}
        all={t('common.word.all')}
        value={list.review}
        options={controlReviews.map((review) => ({ value: review, text: t(`standards.controls.reviewIs.${review}`) }))}
        onChoose={(review) => list.choose({ review })}
      />
      {list.centres.length > 1 && (
        <Choice
          label={t('common.word.centre')}
          all={t('common.word.all')}
          value={list.centreId}
          options={list.centres.map(({ id, title }) => ({ value: id, text: title }))}
          onChoose={(centre) => list.choose({ centre })}
        />
      )}
      <Button icon={<ArrowDownloadRegular />} onClick={() => list.excel.mutate()}>
        {t('common.word.excel')}
      </Button>
    </div>
  );
}

/** One of some, or all. */
export function Choice(props: {
  label: string;
  all: string;
  value: string | undefined;
  options: readonly { value: string; text: string }[];
  onChoose: (value: string) => void;
}) {
  return (
    <Field label={props.label}>
      <Select value={props.value ?? ''} onChange={(_, data) => props.onChoose(data.value)}>
        <option value="">{props.all}</option>
        {props.options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </Select>
    </Field>
  );
}
