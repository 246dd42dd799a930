import { invalid, type Instant, type PersonId } from '../../kernel/index.ts';
import type { FieldChange, RiskScale } from '../contract.ts';
import type { Risk } from '../risk-lists.ts';
import { riskFields, sameValue, type FieldValue, type RiskContent, type RiskField } from './risk-fields.ts';

/** A change with valid values. */
export interface CheckedChange {
  name: string;
  field: RiskField;
  from: FieldValue;
  to: FieldValue;
}
/** The field was changed since the writer read it. */
export interface Conflict {
  field: string;
  theirs: FieldValue;
  by?: PersonId;
  at?: Instant;
}
export interface Merged {
  /** Fields to write; empty when nothing changes. */
  fields: Partial<Risk>;
  changed: string[];
  conflicts: Conflict[];
}

/**
 * Throws AppError invalid at the field: `risks.unknownField`, `risks.stepOutsideScale`, `fields.wrong`. The writer's
 * former value is only compared, so an invalid one is a conflict and no error.
 */
export function checkedChanges(changes: readonly FieldChange[], scale: RiskScale): CheckedChange[] {
  return changes.map(({ field: name, from, to }) => {
    const field = riskFields.get(name);
    if (!field) throw invalid('risks.unknownField', { field: name, name });
    const wanted = field.accepts(to, scale);
    if (wanted === undefined && typeof to === 'number') throw invalid('risks.stepOutsideScale', { field: name });
    if (wanted === undefined) throw invalid('fields.wrong', { field: name });
    // An empty list or text is `null`, as the field reads it.
    const seen = field.accepts(from, scale);
    return { name, field, from: seen === undefined ? from : seen, to: wanted };
  });
}

/**
 * Merges by field: fields unchanged since the writer read them are changed, others are reported as conflicts. Fields
 * with the wanted value are neither. Pure, so it may run again with a newer copy.
 */
export function merged(
  current: RiskContent & Pick<Risk, 'stamps'>,
  changes: readonly CheckedChange[],
  stamp: { by: PersonId; at: Instant },
): Merged {
  let content: RiskContent = current;
  let fields: Partial<Risk> = {};
  const changed: string[] = [];
  const conflicts: Conflict[] = [];
  for (const { name, field, from, to } of changes) {
    const stored = field.read(content);
    if (sameValue(stored, to)) continue;
    if (!sameValue(stored, from)) {
      const last = current.stamps[name];
      conflicts.push({ field: name, theirs: stored, ...(last ? { by: last.by, at: last.at as Instant } : {}) });
      continue;
    }
    const written = field.write(content, to);
    content = { ...content, ...written };
    fields = { ...fields, ...written };
    changed.push(name);
  }
  if (changed.length === 0) return { fields: {}, changed, conflicts };
  const stamps = { ...current.stamps, ...Object.fromEntries(changed.map((name) => [name, stamp])) };
  return { fields: { ...fields, stamps }, changed, conflicts };
}
