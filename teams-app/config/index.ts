export { ConfigError, missingIn, needed, type AppRegistration, type Config, type Settings } from './config.ts';
export { loadConfig, loadManifestConfig, loadSettings } from './load-config.ts';
export { addressee } from './addressee.ts';
