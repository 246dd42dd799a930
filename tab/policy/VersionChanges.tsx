import { Select } from '@fluentui/react-components';
import type { PolicyVersionView } from '../../api/policy/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { Choices } from '../shared/ui/Choices.tsx';
import { Difference } from '../shared/ui/Difference.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { useChanges, type useShown } from './useChanges.ts';

type Shown = ReturnType<typeof useShown>;

/** The text or its changes; no choice for the first version. */
export function ShowChoice({ version, shown }: { version: PolicyVersionView; shown: Shown }) {
  if (!version.previous) return null;
  return (
    <Choices
      label={t('common.word.show')}
      value={shown.shown}
      onChange={shown.show}
      options={[
        { value: 'text', text: t('policy.changes.text') },
        { value: 'changes', text: t('policy.changes.changes') },
      ]}
    />
  );
}

/** The version compared with the previous, or another. */
export function VersionChanges({ version, shown }: { version: PolicyVersionView; shown: Shown }) {
  const { difference, others } = useChanges(version, shown.against);
  return (
    <section className="section" aria-labelledby="changes-title">
      <Viewed view={difference} skeleton={<Skeleton rows={6} />}>
        {({ against, blocks }) => (
          <>
            <div className="section-head">
              <h2 className="section-title" id="changes-title">
                {t('policy.changes.since', { number: against?.number ?? '' })}
              </h2>
              {others.length > 1 && (
                <label className="filters">
                  {t('policy.changes.against')}
                  <Select value={shown.against} onChange={(_, data) => shown.compare(data.value)}>
                    {others.map(({ key, number }) => (
                      <option key={key} value={key}>
                        {t('policy.version', { number })}
                      </option>
                    ))}
                  </Select>
                </label>
              )}
            </div>
            <div className="card">
              <Difference blocks={blocks} />
            </div>
          </>
        )}
      </Viewed>
    </section>
  );
}
