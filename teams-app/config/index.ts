export {
  ConfigError,
  missingIn,
  needed,
  stateSecretOf,
  type AppRegistration,
  type Config,
  type Settings,
} from './config.ts';
export type { CertificateFile } from './certificate-file.ts';
export type { Certificate } from './certificate.ts';
export { isSecret, loadConfig, loadManifestConfig, loadSettings, settingsFileOf, settingsFrom } from './load-config.ts';
export { practiceDesk } from './practice.ts';
export { addressee } from './addressee.ts';
