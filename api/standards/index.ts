/** Standards: requirements, the controls that meet them, and the statement of applicability (R3). Knows no risk. */
export { Applicability, Controls, Requirements, Standards, type Applies, type Control } from './standard-list.ts';
export { controlPath, reviewOnOf } from './controls.ts';
export { knownRequirements, knownStandards, requirementPath } from './standards.ts';
export { requirementsNow, standardsNow, type StandardNow } from './requirements-now.ts';
export { metPercent } from './requirement-status.ts';
export { isoFor } from './crosswalk.ts';
export { handledTwice } from './twice.ts';
export { addControl, changeControl } from './save-control.ts';
export { assessControl } from './assess-control.ts';
export { retireControl } from './retire-control.ts';
export { decideApplicability } from './decide-applicability.ts';
export { reviewControlSource } from './obligations.ts';
export type { ControlUser } from './control-views.ts';
export { maySeeControl, maySeeStandards } from './permissions.ts';
export { standardsRoutes } from './routes.ts';
export { controlTransfer } from './control-transfer.ts';
