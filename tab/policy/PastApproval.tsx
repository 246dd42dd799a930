import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { PolicyVersionView } from '../../api/policy/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { PublishDialog } from './PublishDialog.tsx';

/** Publishing without approval, when urgent: below everything else. */
export function PastApproval({ version }: { version: PolicyVersionView }) {
  const [open, setOpen] = useState(false);
  if (!version.abilities.publish) return null;
  return (
    <section className="section" aria-labelledby="past-approval">
      <h2 className="section-title" id="past-approval">
        {t('policy.past.title')}
      </h2>
      <p className="section-text">{t('policy.past.text')}</p>
      <div>
        <Button onClick={() => setOpen(true)}>{t('policy.past.button')}</Button>
      </div>
      <PublishDialog version={version} open={open} onClose={() => setOpen(false)} />
    </section>
  );
}
