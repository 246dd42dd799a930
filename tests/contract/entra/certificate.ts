import { selfSigned } from '../../../teams-app/commands/setup/self-signed.ts';

const day = 24 * 60 * 60 * 1000;

/** A self-signed certificate, valid today, as PEM with its private key. */
export const selfSignedCertificate = () =>
  selfSigned({ name: 'desk', from: new Date(Date.now() - day), to: new Date(Date.now() + day), bits: 2048 });
