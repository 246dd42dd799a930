import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { AssetView } from '../../api/assets/contract.ts';
import { BeginAssessmentDialog } from '../risks/assessment/parts/BeginAssessment.tsx';
import { assetPath } from '../risks/parts/risk-paths.ts';
import { LevelTag } from '../risks/parts/LevelTag.tsx';
import { useAddress } from '../shared/address.ts';
import { useMe } from '../shared/me.ts';
import { asDate, asMoment, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { useNeedAfterAll, useNotNeeded } from './useAsset.ts';
import { assessmentPath, statusDates } from './words.ts';
import styles from './Assets.module.css';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';

/** Assessment status in one sentence, the current worst risk, and the next step. */
export function Status({ asset }: { asset: AssetView }) {
  const me = useMe();
  const { status, notNeeded, abilities } = asset;
  const after = useNeedAfterAll(asset);
  const dates = statusDates(status, me.data?.today);
  return (
    <section className="card" aria-labelledby="asset-standing">
      <h2 className="section-title" id="asset-standing">
        {t(`assets.assess.title.${status.assessment}`)}
      </h2>
      {status.level && (
        <div>
          <p className={styles.assetLevel}>
            <span>{t('assets.assess.levelNow')}:</span> <LevelTag level={status.level} />
          </p>
          <LevelWhy from={status.levelFrom} />
        </div>
      )}
      {asset.carried?.score && !status.assessmentKey && <p className="quiet">{carriedText(asset.carried)}</p>}
      {dates && status.assessment !== 'notNeeded' && <p>{dates}</p>}
      {notNeeded && (
        <div>
          <p className={styles.assetText}>{notNeeded.reason}</p>
          <p className="quiet">
            {t('assets.assess.notNeededBy', { name: notNeeded.by.name, moment: asMoment(notNeeded.at) })}
          </p>
        </div>
      )}
      <div className="filters">
        <NextStep asset={asset} />
        {status.assessmentKey && <Link href={assessmentPath(status.assessmentKey)}>{t('assets.assess.see')}</Link>}
        {notNeeded && abilities.decideNotNeeded && (
          <ActButton busy={after.busy} busyText={t('assets.notNeeded.undoing')} onClick={after.press}>
            {t('assets.notNeeded.undo')}
          </ActButton>
        )}
      </div>
      <ActFailed error={after.error} />
    </section>
  );
}

/** Origin of the level: the worst counts, and an asset inherits the risks of its dependants. */
function LevelWhy({ from }: { from: AssetView['status']['levelFrom'] }) {
  if (!from) return <p className="quiet">{t('assets.assess.levelOwn')}</p>;
  return (
    <p className="quiet">
      {t('assets.assess.levelFrom')} <Link href={assetPath(from.key)}>{from.title}</Link>
    </p>
  );
}

/** Another register's value, until it is assessed here. */
function carriedText({ score, scoredOn }: NonNullable<AssetView['carried']>): string {
  const word = score ? t(`risks.carriedScore.${score}`) : '';
  return scoredOn
    ? t('assets.assess.carried', { score: word, date: asDate(scoredOn) })
    : t('assets.assess.carriedUndated', { score: word });
}

type Asking = 'begin' | 'notNeeded';

function NextStep({ asset }: { asset: AssetView }) {
  const { valueOf, choose } = useAddress<'assess'>();
  // A link from the register opens the question.
  const [asking, setAsking] = useState<Asking | undefined>(() => (valueOf('assess') === 'yes' ? 'begin' : undefined));
  const { status, abilities, notNeeded, state } = asset;
  if (state === 'retired') return null;
  const close = () => {
    setAsking(undefined);
    if (valueOf('assess')) choose({ assess: '' });
  };
  const mayDecide = abilities.decideNotNeeded && !notNeeded && !status.draftKey && status.assessment !== 'current';
  return (
    <>
      {status.draftKey && (
        <ButtonLink to={assessmentPath(status.draftKey)} appearance="primary">
          {t('assets.assess.continue')}
        </ButtonLink>
      )}
      {!status.draftKey && !notNeeded && abilities.assess && (
        <Button
          appearance={status.assessment === 'current' ? 'secondary' : 'primary'}
          onClick={() => setAsking('begin')}
        >
          {status.assessmentKey ? t('assets.assess.again') : t('assets.assess.begin')}
        </Button>
      )}
      {mayDecide && <Button onClick={() => setAsking('notNeeded')}>{t('assets.notNeeded.button')}</Button>}
      {asking === 'begin' && abilities.assess && !status.draftKey && !notNeeded && (
        <BeginAssessmentDialog
          assetKey={asset.key}
          {...(status.assessmentKey === undefined ? {} : { copyFrom: status.assessmentKey })}
          open
          onClose={close}
        />
      )}
      {(abilities.decideNotNeeded || asking === 'notNeeded') && (
        <NotNeededDialog asset={asset} open={asking === 'notNeeded'} onClose={close} />
      )}
    </>
  );
}

/** The API's minimum: one word is no reason. */
const fewest = 10;

/** A written reason for no risk assessment. */
function NotNeededDialog({ asset, open, onClose }: { asset: AssetView; open: boolean; onClose: () => void }) {
  const state = useNotNeeded(asset, onClose);
  return (
    <FormDialog
      open={open}
      title={t('assets.notNeeded.title', { title: asset.title })}
      onClose={onClose}
      state={state}
      button={t('assets.notNeeded.confirm')}
    >
      <Consequence first={t('assets.notNeeded.consequence')} />
      <FormField
        control={state.control}
        name="reason"
        label={t('assets.notNeeded.reason')}
        hint={t('assets.notNeeded.reasonHint')}
        rows={3}
        rules={{ validate: (text) => text.trim().length >= fewest || t('assets.notNeeded.tooShort') }}
      />
    </FormDialog>
  );
}
