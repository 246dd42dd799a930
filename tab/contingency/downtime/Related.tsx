import type { DowntimePreview, DowntimeView } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { downtimePath } from '../shared/contingency-paths.ts';

/** Related downtimes. */
export function Related({ related: { same, needs, neededBy } }: Pick<DowntimePreview | DowntimeView, 'related'>) {
  return (
    <>
      {same && (
        <Notice
          tone="warning"
          actions={<ButtonLink to={downtimePath(same.key)}>{t('downtime.related.sameOpen')}</ButtonLink>}
        >
          {t('downtime.related.same', { title: same.title })}
        </Notice>
      )}
      {needs.map((one) => (
        <Other key={one.key} one={one} text={t('downtime.related.needs', { title: one.title })} />
      ))}
      {neededBy.map((one) => (
        <Other key={one.key} one={one} text={t('downtime.related.neededBy', { title: one.title })} />
      ))}
    </>
  );
}

const Other = ({ one: { key, title }, text }: { one: { key: string; title: string }; text: string }) => (
  <Notice
    tone="info"
    actions={<ButtonLink to={downtimePath(key)}>{t('downtime.list.openLabel', { title })}</ButtonLink>}
  >
    {text}
  </Notice>
);
