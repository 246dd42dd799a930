import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { ScaleSummary } from '../../../api/risks/contract.ts';
import { useAct, useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { ActDialog } from '../../shared/ui/ActDialog.tsx';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { ActFailed, NoAccess } from '../../shared/ui/Failed.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { RisksNav } from '../../shared/navigation/RisksNav.tsx';
import { Legend, Matrix, usedText } from './Matrix.tsx';
import { ScaleEditor } from './ScaleEditor.tsx';
import styles from './Scales.module.css';

/** Risk scales: all of them, the one in use, and a button to create an own. */
export function ScalesPage() {
  const scales = useView('GET /api/risks/scales', {});
  const [search, setSearch] = useSearchParams();
  const copied = search.get('copy');
  return (
    <Viewed view={scales}>
      {({ scales: known, abilities }) => {
        const source = known.find(({ key }) => key === copied);
        if (copied !== null && source)
          return abilities.edit ? (
            <Page
              title={t('riskAssessment.scales.newTitle')}
              lead={t('riskAssessment.scales.newLead', { title: source.title })}
              back={{ to: '/risks/scales', page: t('riskAssessment.scales.backTo') }}
            >
              <ScaleEditor key={source.key} source={source} onDone={() => setSearch({})} />
            </Page>
          ) : (
            <NoAccess />
          );
        return <Scales scales={known} edit={abilities.edit} onCopy={(key) => setSearch({ copy: key })} />;
      }}
    </Viewed>
  );
}

interface List {
  scales: readonly ScaleSummary[];
  edit: boolean;
  onCopy: (key: string) => void;
}

function Scales({ scales, edit, onCopy }: List) {
  const [asking, setAsking] = useState<ScaleSummary>();
  const current = scales.find(({ isCurrent }) => isCurrent);
  const ordered = [...scales].sort((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
  return (
    <Page
      title={t('riskAssessment.scales.answer', { title: current?.title ?? '' })}
      above={t('risks.nav.scales')}
      lead={t('riskAssessment.scales.lead')}
    >
      <RisksNav />
      <div className={styles.scales}>
        {ordered.map((scale) => (
          <Scale key={scale.key} scale={scale} edit={edit} onCopy={onCopy} onChoose={setAsking} />
        ))}
      </div>
      {asking && <ChooseDialog scale={asking} onClose={() => setAsking(undefined)} />}
    </Page>
  );
}

function Scale(props: {
  scale: ScaleSummary;
  edit: boolean;
  onCopy: (key: string) => void;
  onChoose: (scale: ScaleSummary) => void;
}) {
  const { scale, edit } = props;
  const { title, isCurrent, source, usedBy, view, key } = scale;
  const id = `scale-${key}`;
  return (
    <section className="card" aria-labelledby={id}>
      <div className="section-head">
        <h2 className="section-title" id={id}>
          {title}
        </h2>
        <span>
          {isCurrent && <span className="tag tag-strong">{t('riskAssessment.scales.inUse')}</span>}{' '}
          {source === 'own' && <span className="tag">{t('riskAssessment.scales.own')}</span>}
        </span>
      </div>
      <p className="quiet">{usedText(usedBy)}</p>
      <details className={styles.scaleDetails} open={isCurrent}>
        <summary>{t('riskAssessment.scales.show')}</summary>
        <div className={styles.scaleDrawn}>
          <Matrix view={view} caption={t('riskAssessment.scales.matrixOf', { title })} />
          <Legend view={view} />
        </div>
        <Steps view={view} />
      </details>
      {edit && (
        <div className="card-foot">
          {!isCurrent && (
            <Button aria-label={t('riskAssessment.scales.chooseOf', { title })} onClick={() => props.onChoose(scale)}>
              {t('riskAssessment.scales.choose')}
            </Button>
          )}
          <Button
            appearance="subtle"
            aria-label={t('riskAssessment.scales.copyOf', { title })}
            onClick={() => props.onCopy(key)}
          >
            {t('riskAssessment.scales.copy')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Meaning of each step. */
function Steps({ view }: { view: ScaleSummary['view'] }) {
  return (
    <div className={styles.scaleSteps}>
      {(['consequence', 'likelihood'] as const).map((axis) => (
        <div key={axis}>
          <h3 className="card-title">{t(`riskAssessment.${axis}`)}</h3>
          <ol>
            {view[axis].map(({ word, description }, index) => (
              <li key={index}>
                <strong>{word}</strong> <span className="quiet">{description}</span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

function ChooseDialog({ scale, onClose }: { scale: ScaleSummary; onClose: () => void }) {
  const act = useAct('POST /api/risks/scales/:scaleKey/choose');
  const choose = () =>
    act.mutate(
      { params: { scaleKey: scale.key } },
      {
        onSuccess: () => {
          notify(t('riskAssessment.scales.chosen', { title: scale.title }));
          onClose();
        },
      },
    );
  return (
    <ActDialog
      open
      title={t('riskAssessment.scales.chooseAsk', { title: scale.title })}
      onClose={onClose}
      act={{
        text: t('riskAssessment.scales.choose'),
        busyText: t('riskAssessment.scales.choosing'),
        busy: act.isPending,
        press: choose,
      }}
    >
      <Consequence first={t('riskAssessment.scales.chooseText')}>
        <p>{t('riskAssessment.scales.chooseOld')}</p>
      </Consequence>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}
