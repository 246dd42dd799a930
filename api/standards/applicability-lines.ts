import type { Context } from '../context.ts';
import { inLanguage, localDate, type Actor } from '../kernel/index.ts';
import { personRef } from '../organisation/index.ts';
import { linkedProcedures, type LinkedThing } from './control-links.ts';
import { controlPath } from './controls.ts';
import type { RequirementNow, StandardNow } from './requirements-now.ts';

/** A line of the statement of applicability, in the reader's words. */
export interface ApplicabilityLine {
  section: string;
  ref: string;
  title: string;
  applies: string;
  reason: string;
  status: string;
  /** `words`: name and effect. */
  controls: { words: string; path: string }[];
  procedures: LinkedThing[];
  decidedBy: string;
  decidedAt: string;
}

const root = 'riskDocuments.standards';

/**
 * Selected or not, reason, status, and implementing controls and procedures, of these those that the reader may open
 * (ISO 27001 6.1.3 d). A de-selected one has none.
 */
export function applicabilityLines(context: Context, actor: Actor, now: StandardNow): ApplicabilityLine[] {
  const { language } = actor;
  const t = context.texts(language);
  return now.requirements.map((one) => {
    const { requirement, choice, status } = one;
    const controls = status === 'deselected' ? [] : one.controls;
    return {
      section: inLanguage(requirement.section, language),
      ref: requirement.ref,
      title: inLanguage(requirement.title, language),
      applies: t(`${root}.applies.${appliesOf(one)}`),
      reason: choice?.reason ?? '',
      status: t(`${root}.standing.${status}`),
      controls: controls.map(({ key, title, state, effect }) => ({
        words: t(`${root}.controlWords`, {
          title,
          how: state === 'running' ? t(`${root}.effect.${effect}`) : t(`${root}.state.${state}`),
        }),
        path: controlPath(key),
      })),
      procedures: linkedProcedures(context, actor, new Set(controls.flatMap(({ procedureKeys }) => procedureKeys))),
      decidedBy: choice ? personRef(context, choice.decidedBy).name : '',
      decidedAt: choice ? localDate(choice.decidedAt) : '',
    };
  });
}

function appliesOf({ requirement, choice }: RequirementNow): 'always' | 'yes' | 'no' | 'undecided' {
  if (!requirement.selectable) return 'always';
  if (!choice) return 'undecided';
  return choice.applies ? 'yes' : 'no';
}
