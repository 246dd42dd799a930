/** Standards: requirements, the controls that meet them, and the statement of applicability (R3). Knows no risk. */
export { Applicability, Controls, Requirements, Standards, type Control } from './standard-list.ts';
export { maySeeControl, maySeeStandards } from './permissions.ts';
