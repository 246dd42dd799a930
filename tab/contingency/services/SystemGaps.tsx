import { Button } from '@fluentui/react-components';
import { Link } from 'wouter';
import type { GapView } from '../../../api/contingency/contract.ts';
import type { ContinuityView } from '../../../api/critical-services/contract.ts';
import { useView } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { Step } from '../overview/GapList.tsx';
import { continuityPath, servicePath } from '../shared/contingency-paths.ts';
import styles from './Services.module.css';

type FigureGap = ContinuityView['gaps'][number];
type Gap = { gap: FigureGap; path?: undefined } | GapView;

interface Given {
  view: ContinuityView;
  onEdit: () => void;
}

/** A system's gaps: for readers of the overview all of them, for its owner those of the figures. */
export function SystemGaps({ overview, ...given }: Given & { overview: boolean }) {
  return overview ? <OverviewGaps {...given} /> : <Gaps {...given} gaps={given.view.gaps.map((gap) => ({ gap }))} />;
}

function OverviewGaps(given: Given) {
  const { asset, gaps } = given.view;
  const { data } = useView('GET /api/contingency/dependencies', { query: { asset: asset.key } });
  return <Gaps {...given} gaps={data?.focus?.gaps ?? gaps.map((gap) => ({ gap }))} />;
}

function Gaps({ gaps, view, onEdit }: Given & { gaps: readonly Gap[] }) {
  if (gaps.length === 0) return null;
  return (
    <section className="card" aria-labelledby="system-gaps">
      <h2 className="section-title" id="system-gaps">
        {t('criticalServices.one.gaps', { count: gaps.length })}
      </h2>
      <ul className={styles.serviceGaps}>
        {gaps.map((one) => (
          <li key={one.gap}>
            <span>{t(`contingency.gap.${one.gap}`)}</span>
            <GapStep view={view} one={one} onEdit={onEdit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The next step: its capability is edited here, its requirement at the deciding service, the rest elsewhere. */
function GapStep({ view, one, onEdit }: Given & { one: Gap }) {
  const own = view.gaps.find((gap) => gap === one.gap);
  if (own === undefined)
    return one.path === undefined || one.path === continuityPath(view.asset.key) ? null : (
      <Step {...one} title={view.asset.title} />
    );
  const decider = view.rto?.decidedBy;
  if (own === 'rtoNotBelowMtd' && decider?.kind === 'service')
    return <Link href={servicePath(decider.service.key)}>{t('criticalServices.system.seeDecider')}</Link>;
  if (own === 'vitalWithoutReason')
    return view.abilities.setVital && <a href="#system-vital">{t('criticalServices.vital.giveReason')}</a>;
  return (
    view.abilities.edit && (
      <Button size="small" onClick={onEdit}>
        {t('criticalServices.system.edit')}
      </Button>
    )
  );
}
