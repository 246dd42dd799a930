import type { CatalogueBody, CatalogueSummary, RiskScale, ScaleSummary } from '../../../../api/risks/contract.ts';
import { scaleView } from '../../../../api/risks/scales/scale-view.ts';
import { shippedScales } from '../../../../api/risks/scales/shipped-scales.ts';

const scaleOf = (key: string, title: string, scale: RiskScale, changes: Partial<ScaleSummary> = {}): ScaleSummary => ({
  ...{ key, title, source: 'shipped', isCurrent: false, usedBy: 0, scale, view: scaleView(scale, 'da') },
  ...changes,
});
const threatsOf = (...titles: string[]) =>
  titles.map((title, index) => ({ key: `t${index}`, title, description: `${title}, forklaret.` }));

export interface ScalesState {
  scales: ScaleSummary[];
  catalogues: CatalogueSummary[];
}

/** The shipped scales, the first in use; a shipped catalogue and an own one. */
export const freshScales = (): ScalesState => ({
  scales: shippedScales.map(({ key, title, scale }, index) =>
    scaleOf(key, title.da, scale, { isCurrent: index === 0, usedBy: index === 0 ? 41 : 0 }),
  ),
  catalogues: [
    {
      ...{ key: 'workProcesses', title: 'Arbejdsgange', source: 'shipped', kind: 'workProcess', hidden: false },
      ...{ usedBy: 12, threats: threatsOf('Oplysninger sendes til den forkerte', 'Papirer ligger fremme') },
    },
    {
      ...{ key: 'home', title: 'Arbejde i borgerens hjem', source: 'own', kind: 'both', hidden: false, usedBy: 0 },
      threats: threatsOf('En tablet bliver stjålet'),
    },
  ],
});

interface Asked {
  persona: string;
  params: Record<string, string>;
  body: unknown;
}

export function scaleHandlers(state: ScalesState) {
  const edit = ({ persona }: Asked) => ({ edit: persona === 'ciso' });
  const scales = (asked: Asked) => ({ scales: state.scales, abilities: edit(asked) });
  const catalogues = (asked: Asked) => ({ catalogues: state.catalogues, abilities: edit(asked) });
  const fieldsOf = ({ body }: Asked) => {
    const { title, kind, threats } = body as CatalogueBody;
    return {
      ...{ title, kind },
      threats: threats.map((threat, index) => ({
        ...{ key: threat.key ?? `new${index}`, title: threat.title, description: threat.description ?? '' },
      })),
    };
  };
  const change = (asked: Asked, changes: Partial<CatalogueSummary>) => {
    state.catalogues = state.catalogues.map((one) =>
      one.key === asked.params['catalogueKey'] ? { ...one, ...changes } : one,
    );
    return catalogues(asked);
  };
  return {
    'GET /api/risks/scales': scales,
    'POST /api/risks/scales': (asked: Asked) => {
      const { title, scale } = asked.body as { title: string; scale: RiskScale };
      state.scales.push(scaleOf(`own${state.scales.length}`, title, scale, { source: 'own' }));
      return scales(asked);
    },
    'POST /api/risks/scales/:scaleKey/choose': (asked: Asked) => {
      state.scales = state.scales.map((one) => ({ ...one, isCurrent: one.key === asked.params['scaleKey'] }));
      return scales(asked);
    },
    'GET /api/risks/catalogues': catalogues,
    'POST /api/risks/catalogues': (asked: Asked) => {
      const added = { ...fieldsOf(asked), source: 'own' as const, hidden: false, usedBy: 0 };
      state.catalogues.push({ key: `own${state.catalogues.length}`, ...added });
      return catalogues(asked);
    },
    'PUT /api/risks/catalogues/:catalogueKey': (asked: Asked) => change(asked, fieldsOf(asked)),
    'PUT /api/risks/catalogues/:catalogueKey/hidden': (asked: Asked) =>
      change(asked, { hidden: (asked.body as { hidden: boolean }).hidden }),
  };
}
