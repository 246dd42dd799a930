import { walkPages } from './walk-pages.ts';

walkPages([
  '/',
  '/policy',
  '/policy/versions/v4.0',
  '/policy/versions/v4.0?show=changes',
  '/policy/coverage',
  '/policy/unreachable',
  '/policy/new',
  '/learning',
  '/learning/coverage',
  '/learning/rounds',
  '/learning/rounds/edit/p2027',
  '/learning/courses/edit/gdpr',
  '/learning/exemptions',
  '/learning/import',
  '/organisation?body=securityCommittee',
  '/organisation/centres/c1',
  '/organisation/roles',
]);
