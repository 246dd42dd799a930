import { shippedStandards } from '../../../api/standards/shipped/index.ts';
import { addMonths } from '../raw-dates.ts';
import { dayIn, flag, placesInUse, rawItems, text } from '../raw-items.ts';
import { papersInForce, type InForce } from '../raw-papers.ts';
import { number, numberOf, share, textsIn, thing, type Asked, type Recount } from './thing.ts';

/** Documented procedures. */
export function procedureRecounts({ world, day }: Asked): Record<string, Recount> {
  const papers = papersInForce(world, 'procedureVersion');
  const isLate = ({ version, renewed }: InForce): boolean => addMonths(renewed, Number(version['ReviewMonths'])) < day;
  const wanted = papers.filter(
    ({ paper, version }) => text(paper, 'Kind') === 'guideline' && flag(version, 'NeedsLocal'),
  );
  const has = (guideline: InForce, centreId: string): boolean =>
    papers.some(
      (one) =>
        text(one.paper, 'CentreId') === centreId &&
        text(one.version, 'GuidelineKey') === text(guideline.paper, 'Key') &&
        !isLate(one),
    );
  return {
    procedureCoverage: share(
      placesInUse(world).flatMap(({ id }) => wanted.map((guideline) => thing(id, has(guideline, id)))),
    ),
    proceduresInForce: number(papers.map(({ paper }) => thing(text(paper, 'CentreId'), true))),
    procedureReviewsLate: numberOf(papers.map((one) => thing(text(one.paper, 'CentreId'), isLate(one)))),
  };
}

/** `32.1.b` of `32(1)(b)`. */
const dotted = (ref: string): string => ref.replaceAll('(', '.').replaceAll(')', '');

/** Requirements that apply, and are met by a running, effective control. The standards' numbers are the product's. */
export function standardRecounts({ world, day }: Asked): Record<string, Recount> {
  const controls = rawItems(world, 'Controls');
  const running = controls.filter((control) => text(control, 'State') === 'running');
  const met = new Set(
    running
      .filter((control) => text(control, 'Effect') === 'effective')
      .flatMap((control) => textsIn(control, 'RequirementKeys')),
  );
  const deselected = new Set(
    rawItems(world, 'Applicability').flatMap((one) => (flag(one, 'Applies') ? [] : [text(one, 'Key')])),
  );
  const shares = shippedStandards.map(({ key, prefix, selectable, sections }) => {
    const keys = sections.flatMap(({ requirements }) => requirements.map(([ref]) => `${prefix}.${dotted(ref)}`));
    const applying = keys.filter((one) => !selectable || !deselected.has(one));
    return [`standard-${key}`, share(applying.map((one) => thing('', met.has(one))))] as const;
  });
  const reviewed = running.filter((control) => Number(control['ReviewMonths']) > 0);
  return {
    ...Object.fromEntries(shares),
    controlsLate: numberOf(
      reviewed.map((control) => {
        const from = dayIn(control, 'AssessedOn') || dayIn(control, 'StartedOn');
        return thing(text(control, 'CentreId'), addMonths(from, Number(control['ReviewMonths'])) < day);
      }),
    ),
  };
}
