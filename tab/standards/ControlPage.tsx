import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ControlView } from '../../api/standards/contract.ts';
import { useMe } from '../shared/me.ts';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { AssessDialog, RetireDialog } from './ControlDialogs.tsx';
import { ControlFacts, ControlHistory, ControlLinks, ControlRequirements, ControlWhat } from './ControlParts.tsx';
import { ControlTag } from './ControlTag.tsx';
import { controlPath } from './paths.ts';
import { useControl } from './useControl.ts';
import styles from './Standards.module.css';

/** One control: description, evidence, requirements, and references. */
export function ControlPage() {
  const control = useControl();
  return <Viewed view={control}>{(view) => <Control control={view} key={view.key} />}</Viewed>;
}

function Control({ control }: { control: ControlView }) {
  const [asking, setAsking] = useState<'assess' | 'retire'>();
  const reads = useMe().data?.abilities.seeRisks === true;
  const { edit, assess, retire } = control.abilities;
  const close = () => setAsking(undefined);
  return (
    <Page
      title={control.title}
      above={<ControlTag control={control} />}
      // An owner without a role sees the own control only.
      back={
        reads
          ? { to: '/standards/controls', page: t('standards.backToControls') }
          : { to: '/', page: t('common.nav.home') }
      }
      actions={
        <>
          {retire && (
            <Button appearance="subtle" onClick={() => setAsking('retire')}>
              {t('standards.control.retire')}
            </Button>
          )}
          {edit && <ButtonLink to={`${controlPath(control.key)}/edit`}>{t('standards.control.edit')}</ButtonLink>}
          {assess && (
            <Button appearance="primary" onClick={() => setAsking('assess')}>
              {t('standards.control.assess')}
            </Button>
          )}
        </>
      }
    >
      {control.retiredReason !== undefined && (
        <Notice tone="warning" title={t('standards.control.retiredTitle')}>
          <p>{control.retiredReason}</p>
          <p>{t('standards.control.gone')}</p>
        </Notice>
      )}
      <div className={styles.controlColumns}>
        <div className={styles.controlParts}>
          <ControlWhat control={control} />
          <ControlRequirements control={control} linked={reads} />
          <ControlLinks control={control} />
        </div>
        <div className={styles.controlParts}>
          <ControlFacts control={control} />
          <ControlHistory control={control} />
        </div>
      </div>
      <AsOf freshness={control.freshness} />
      {(assess || asking === 'assess') && <AssessDialog control={control} open={asking === 'assess'} onClose={close} />}
      {(retire || asking === 'retire') && <RetireDialog control={control} open={asking === 'retire'} onClose={close} />}
    </Page>
  );
}
